// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/text_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

namespace sim {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

unsigned char byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// A code point and its length in bytes; length 0 if the bytes are not UTF-8.
struct Decoded {
    std::uint32_t code = 0;
    std::size_t length = 0;
};

Decoded decode(std::string_view text, std::size_t at) {
    const unsigned char lead = byte_at(text, at);
    if (lead < 0x80U) {
        return {lead, 1};
    }
    const std::size_t length = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
    if (lead < 0xC2U || lead > 0xF4U || at + length > text.size()) {
        return {};
    }
    std::uint32_t code = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if (!is_continuation(text[at + i])) {
            return {};
        }
        code = (code << 6U) | (byte_at(text, at + i) & 0x3FU);
    }
    constexpr std::uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (code < smallest[length] || code > 0x10FFFF || is_surrogate) {
        return {};
    }
    return {code, length};
}

bool is_control(std::uint32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0xFEFF || code == 0xFFFE ||
           code == 0xFFFF;
}

}  // namespace

std::string read_text_file(const std::string& path, std::size_t limit) {
    namespace fs = std::filesystem;
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) {
        throw IoError(fmt::format("{}: no such file", path));
    }
    if (error) {
        throw IoError(fmt::format("{}: cannot be read ({})", path, error.message()));
    }
    if (fs::is_directory(status)) {
        throw IoError(fmt::format("{}: is a folder (expected a file)", path));
    }
    if (!fs::is_regular_file(status)) {
        throw IoError(fmt::format("{}: is not a regular file", path));
    }
    const std::uintmax_t size = fs::file_size(path, error);
    if (!error && size > limit) {
        throw UserError({{path},
                         fmt::format("the file has {} MB", size >> 20U),
                         fmt::format("expected at most {} MB", limit >> 20U)});
    }
    errno = 0;
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        throw IoError(fmt::format("{}: cannot be read ({})", path, std::strerror(errno)));
    }
    std::string text(static_cast<std::size_t>(error ? 0 : size), '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    if (stream.bad()) {
        throw IoError(fmt::format("{}: reading failed", path));
    }
    if (text.starts_with(byte_order_mark)) {
        text.erase(0, byte_order_mark.size());
    }
    return text;
}

bool check_text(std::string_view text, const std::string& file, Problems& problems) {
    int line = 1;
    int column = 1;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decode(text, at);
        if (next.length == 0) {
            problems.add({{file, line, column}, "the file is not valid UTF-8", "expected text"});
            return false;
        }
        const bool ends_line = next.code == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
        if (is_control(next.code) && next.code != '\n' && next.code != '\t' && !ends_line) {
            problems.add({{file, line, column},
                          fmt::format("control character U+{:04X}", next.code),
                          "expected text"});
            return false;
        }
        at += next.length;
        ++column;
        if (next.code == '\n') {
            ++line;
            column = 1;
        }
    }
    return true;
}

bool is_printable(std::string_view value) {
    for (std::size_t at = 0; at < value.size();) {
        const Decoded next = decode(value, at);
        if (next.length == 0 || (is_control(next.code) && next.code != '\n' && next.code != '\t')) {
            return false;
        }
        at += next.length;
    }
    return true;
}

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

CharacterIndex::CharacterIndex(std::string_view text) : text_(text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at <= text.size(); at += stride) {
        at_stride_.push_back(count);
        count += count_characters(text.substr(at, stride));
    }
}

std::size_t CharacterIndex::before(std::size_t byte) const {
    const std::size_t end = std::min(byte, text_.size());
    const std::size_t block = end / stride;
    return at_stride_[block] + count_characters(text_.substr(block * stride, end - block * stride));
}

}  // namespace sim
