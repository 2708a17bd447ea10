// SPDX-License-Identifier: Apache-2.0
#include "sim/hdf5/h5_file.hpp"

#include <algorithm>

namespace sim::h5 {

namespace {

// Half the entries of a node of a chunk index: HDF5's default, and a bound on its memory.
constexpr std::size_t least_half_index = 32;
constexpr std::size_t largest_half_index = 4096;

// HDF5's stack lists what failed from the outermost call inwards; the last entry says why.
herr_t keep_last(unsigned, const H5E_error2_t* error, void* text) {
    if (error->desc != nullptr && *error->desc != '\0') {
        *static_cast<std::string*>(text) = error->desc;
    }
    return 0;
}

std::string with_reason(std::string_view what) {
    std::string reason;
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_DOWNWARD, keep_last, &reason);
    H5Eclear2(H5E_DEFAULT);
    std::string text(what);
    if (!reason.empty()) {
        text += " (" + reason + ')';
    }
    return text;
}

Handle access_properties(Access access) {
    // HDF5 keeps the switch for its own printing by thread: off before every first call.
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
    Handle properties = owned(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, "cannot make properties");
    require_ok(H5Pset_libver_bounds(properties.id(), H5F_LIBVER_EARLIEST, H5F_LIBVER_LATEST),
               "cannot choose the format");
#if H5_VERSION_GE(1, 10, 7)
    // Writers exclude each other where the file system knows locks.
    require_ok(H5Pset_file_locking(properties.id(), access == Access::write, 1),
               "cannot choose locking");
#endif
    return properties;
}

Handle scalar_space() {
    return owned(H5Screate(H5S_SCALAR), H5Sclose, "cannot make a space");
}

Handle list_space(std::size_t size) {
    const hsize_t extent = size;
    return owned(H5Screate_simple(1, &extent, nullptr), H5Sclose, "cannot make a space");
}

void put_attribute(const Handle& object, const std::string& name, hid_t file_type, hid_t type,
                   const Handle& space, const void* data) {
    const std::string what = "cannot write attribute '" + name + '\'';
    if (has_attribute(object, name)) {
        require_ok(H5Adelete(object.id(), name.c_str()), what);
    }
    Handle attribute = owned(
        H5Acreate2(object.id(), name.c_str(), file_type, space.id(), H5P_DEFAULT, H5P_DEFAULT),
        H5Aclose, what);
    require_ok(H5Awrite(attribute.id(), type, data), what);
}

template <class Number>
Number get_number(const Handle& object, const std::string& name, hid_t type) {
    const std::string what = "cannot read attribute '" + name + '\'';
    const Handle attribute = owned(H5Aopen(object.id(), name.c_str(), H5P_DEFAULT), H5Aclose, what);
    const Handle space = owned(H5Aget_space(attribute.id()), H5Sclose, what);
    if (H5Sget_simple_extent_npoints(space.id()) != 1) {
        throw Failure(what + ": not one number");
    }
    Number number{};
    require_ok(H5Aread(attribute.id(), type, &number), what);
    return number;
}

struct Members {
    H5I_type_t kind;
    std::vector<std::string> names;
};

herr_t add_member(hid_t group, const char* name, const H5L_info_t*, void* into) {
    auto& members = *static_cast<Members*>(into);
    const hid_t object = H5Oopen(group, name, H5P_DEFAULT);
    if (object >= 0) {
        if (H5Iget_type(object) == members.kind) {
            members.names.emplace_back(name);
        }
        H5Oclose(object);
    }
    return 0;
}

std::vector<std::string> member_names(const Handle& group, H5I_type_t kind) {
    Members members{kind, {}};
    require_ok(
        H5Literate(group.id(), H5_INDEX_CRT_ORDER, H5_ITER_INC, nullptr, add_member, &members),
        "cannot list a group");
    return members.names;
}

std::vector<std::string> get_texts(const Handle& object, const std::string& name) {
    const std::string what = "cannot read attribute '" + name + '\'';
    const Handle attribute = owned(H5Aopen(object.id(), name.c_str(), H5P_DEFAULT), H5Aclose, what);
    const Handle stored = owned(H5Aget_type(attribute.id()), H5Tclose, what);
    const Handle space = owned(H5Aget_space(attribute.id()), H5Sclose, what);
    const hssize_t size = H5Sget_simple_extent_npoints(space.id());
    if (H5Tis_variable_str(stored.id()) <= 0 || size < 0) {
        throw Failure(what + ": not a variable-length text");
    }
    const Handle type = text_type();
    std::vector<char*> data(static_cast<std::size_t>(size));
    require_ok(H5Aread(attribute.id(), type.id(), data.data()), what);
    std::vector<std::string> texts;
    for (char* text : data) {
        texts.emplace_back(text == nullptr ? "" : text);
        H5free_memory(text);
    }
    return texts;
}

}  // namespace

Failure::Failure(std::string_view what) : std::runtime_error(with_reason(what)) {}

Handle::~Handle() {
    if (id_ >= 0) {
        closer_(id_);
    }
}

void Handle::close() {
    if (id_ >= 0) {
        require_ok(closer_(std::exchange(id_, H5I_INVALID_HID)), "cannot close");
    }
}

Handle owned(hid_t id, Handle::Closer closer, std::string_view what) {
    if (id < 0) {
        throw Failure(what);
    }
    return {id, closer};
}

void require_ok(herr_t status, std::string_view what) {
    if (status < 0) {
        throw Failure(what);
    }
}

Handle create_file(const std::string& path, std::size_t chunks) {
    const Handle access = access_properties(Access::write);
    const Handle creation =
        owned(H5Pcreate(H5P_FILE_CREATE), H5Pclose, "cannot make file properties");
    const unsigned order = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
    require_ok(H5Pset_obj_track_times(creation.id(), false), "cannot switch off time stamps");
    require_ok(H5Pset_link_creation_order(creation.id(), order), "cannot order links");
    require_ok(H5Pset_attr_creation_order(creation.id(), order), "cannot order attributes");
    const auto half =
        static_cast<unsigned>(std::clamp(chunks / 2 + 1, least_half_index, largest_half_index));
    require_ok(H5Pset_istore_k(creation.id(), half), "cannot set the size of indices");
    return owned(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, creation.id(), access.id()), H5Fclose,
                 "cannot create the file");
}

Handle open_file(const std::string& path, Access access) {
    const Handle properties = access_properties(access);
    return owned(H5Fopen(path.c_str(), access == Access::read ? H5F_ACC_RDONLY : H5F_ACC_RDWR,
                         properties.id()),
                 H5Fclose, "cannot open the file");
}

void flush(const Handle& file) {
    require_ok(H5Fflush(file.id(), H5F_SCOPE_GLOBAL), "cannot write to the file");
}

Handle creation_properties(hid_t kind) {
    Handle properties = owned(H5Pcreate(kind), H5Pclose, "cannot make properties");
    const unsigned order = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
    require_ok(H5Pset_obj_track_times(properties.id(), false), "cannot switch off time stamps");
    require_ok(H5Pset_attr_creation_order(properties.id(), order), "cannot order attributes");
    if (H5Pequal(kind, H5P_GROUP_CREATE) > 0) {
        require_ok(H5Pset_link_creation_order(properties.id(), order), "cannot order links");
    }
    return properties;
}

Handle create_group(const Handle& parent, const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash != std::string::npos && slash > 0 && !has_link(parent, path.substr(0, slash))) {
        create_group(parent, path.substr(0, slash));
    }
    const Handle properties = creation_properties(H5P_GROUP_CREATE);
    return owned(H5Gcreate2(parent.id(), path.c_str(), H5P_DEFAULT, properties.id(), H5P_DEFAULT),
                 H5Gclose, "cannot create group '" + path + '\'');
}

Handle open_group(const Handle& parent, const std::string& path) {
    return owned(H5Gopen2(parent.id(), path.c_str(), H5P_DEFAULT), H5Gclose,
                 "cannot open group '" + path + '\'');
}

bool has_link(const Handle& parent, const std::string& path) {
    std::size_t end = 0;
    while (end != std::string::npos) {
        end = path.find('/', end + 1);
        if (H5Lexists(parent.id(), path.substr(0, end).c_str(), H5P_DEFAULT) <= 0) {
            return false;
        }
    }
    return true;
}

std::vector<std::string> dataset_names(const Handle& group) {
    return member_names(group, H5I_DATASET);
}

std::vector<std::string> group_names(const Handle& group) {
    return member_names(group, H5I_GROUP);
}

bool has_attribute(const Handle& object, const std::string& name) {
    return H5Aexists(object.id(), name.c_str()) > 0;
}

Handle text_type() {
    Handle type = owned(H5Tcopy(H5T_C_S1), H5Tclose, "cannot make a text type");
    require_ok(H5Tset_size(type.id(), H5T_VARIABLE), "cannot make a text type");
    require_ok(H5Tset_cset(type.id(), H5T_CSET_UTF8), "cannot make a text type");
    return type;
}

void write_attribute(const Handle& object, const std::string& name, const std::string& text) {
    const Handle type = text_type();
    const char* data = text.c_str();
    put_attribute(object, name, type.id(), type.id(), scalar_space(), &data);
}

void write_attribute(const Handle& object, const std::string& name,
                     const std::vector<std::string>& texts) {
    const Handle type = text_type();
    std::vector<const char*> data;
    for (const std::string& text : texts) {
        data.push_back(text.c_str());
    }
    put_attribute(object, name, type.id(), type.id(), list_space(data.size()), data.data());
}

void write_attribute(const Handle& object, const std::string& name, std::int64_t number) {
    put_attribute(object, name, H5T_STD_I64LE, H5T_NATIVE_INT64, scalar_space(), &number);
}

void write_attribute(const Handle& object, const std::string& name, std::uint64_t number) {
    put_attribute(object, name, H5T_STD_U64LE, H5T_NATIVE_UINT64, scalar_space(), &number);
}

void write_attribute(const Handle& object, const std::string& name, hid_t type,
                     const std::vector<std::int64_t>& numbers) {
    put_attribute(object, name, type, H5T_NATIVE_INT64, list_space(numbers.size()), numbers.data());
}

std::string read_text(const Handle& object, const std::string& name) {
    const std::vector<std::string> texts = get_texts(object, name);
    if (texts.size() != 1) {
        throw Failure("cannot read attribute '" + name + "': not one text");
    }
    return texts.front();
}

std::vector<std::string> read_texts(const Handle& object, const std::string& name) {
    return get_texts(object, name);
}

std::int64_t read_integer(const Handle& object, const std::string& name) {
    return get_number<std::int64_t>(object, name, H5T_NATIVE_INT64);
}

std::uint64_t read_unsigned(const Handle& object, const std::string& name) {
    return get_number<std::uint64_t>(object, name, H5T_NATIVE_UINT64);
}

}  // namespace sim::h5
