// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/layers.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

namespace sim {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_layers = 1000;

class LayerReader {
  public:
    explicit LayerReader(Problems& problems) : problems_(problems) {}

    LayerList take() { return std::move(list_); }

    void add_file(const std::string& file) {
        trail_.push_back(identity(file));
        add_tree(file, fs::path(file).parent_path().string(),
                 [&](Problems& found) { return read_yaml(file, found); });
        trail_.pop_back();
    }
    void add_text(std::string_view text, const std::string& name) {
        add_tree(name, {}, [&](Problems& found) { return parse_yaml_map(text, name, found); });
    }

  private:
    // One name per file, however it is spelt.
    static std::string identity(const std::string& file) {
        std::error_code error;
        const fs::path path = fs::weakly_canonical(file, error);
        return error ? file : path.string();
    }

    template <class Read>
    void add_tree(const std::string& file, const std::string& folder, Read read) {
        Problems found;
        YamlTree tree = read(found);
        problems_.add(found);
        // A file with a broken rule has gaps; what seems to be missing may stand in one of them.
        list_.is_whole = list_.is_whole && found.empty();
        if (!tree.is_complete) {
            return;
        }
        if (const YamlNode* extends = tree.root.find("extends")) {
            add_bases(NodeReader(file, Origin::file, problems_), *extends, folder);
        }
        if (list_.layers.size() < most_layers) {
            list_.layers.push_back({file, folder, std::move(tree.root)});
        }
    }

    void add_bases(const NodeReader& reader, const YamlNode& extends, const std::string& folder) {
        constexpr std::string_view expected =
            "expected the path of a scenario file or a list of them";
        for (const YamlNode* base : reader.texts(extends, expected)) {
            const std::string path = (fs::path(folder) / base->text).lexically_normal().string();
            if (std::find(trail_.begin(), trail_.end(), identity(path)) != trail_.end()) {
                reader.refuse(*base, fmt::format("'{}' extends itself", base->text),
                              "expected a base that does not lead back here");
                list_.is_whole = false;
            } else if (list_.layers.size() + trail_.size() >= most_layers) {
                reader.refuse(*base, fmt::format("more than {} files by 'extends'", most_layers));
                list_.is_whole = false;
                return;
            } else {
                add_base(reader, *base, path);
            }
        }
    }

    void add_base(const NodeReader& reader, const YamlNode& base, const std::string& path) {
        std::error_code error;
        if (!fs::exists(path, error)) {
            throw IoError(fmt::format("{}: base '{}' cannot be read: there is no {}",
                                      reader.place(base).text(), base.text, path));
        }
        add_file(path);
    }

    Problems& problems_;
    LayerList list_{};
    std::vector<std::string> trail_{};  // files that are open, to see circles
};

}  // namespace

LayerList read_layers(const std::string& file, Problems& problems) {
    LayerReader reader(problems);
    reader.add_file(file);
    return reader.take();
}

LayerList read_layers_text(std::string_view text, const std::string& name, Problems& problems) {
    LayerReader reader(problems);
    reader.add_text(text, name);
    return reader.take();
}

}  // namespace sim
