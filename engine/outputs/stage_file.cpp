// Outputs of single-stage commands: which kind, and written whole.
#include "outputs/stage_file.hpp"

#include <fcntl.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "core/error.hpp"

namespace lykta::outputs {
namespace {

namespace fs = std::filesystem;

std::string ending_of(const fs::path& path) {
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending;
}

OutputKind kind_of(const fs::path& path) {
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) return OutputKind::folder;
    const auto ending = ending_of(path);
    if (ending == ".gpkg") return OutputKind::geopackage;
    if (ending == ".tif" || ending == ".tiff") return OutputKind::raster;
    if (ending == ".csv") return OutputKind::table;
    return ending.empty() ? OutputKind::folder : OutputKind::none;
}

std::string words_of(OutputKind kind) {
    switch (kind) {
        case OutputKind::geopackage:
            return tr("a GeoPackage (.gpkg)");
        case OutputKind::raster:
            return tr("a raster (.tif)");
        case OutputKind::table:
            return tr("a table (.csv)");
        case OutputKind::folder:
            return tr("a folder (a name without an ending)");
        case OutputKind::none:
            break;
    }
    return {};
}

[[noreturn]] void cannot_write(const fs::path& path, int error) {
    throw Error{ErrorCode::cannot_write, say("{}: could not be written: {}. Free disk space or choose another folder.",
                                             path.string(), std::generic_category().message(error))};
}

void sync_path(const fs::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) cannot_write(path, errno);
    const int error = ::fsync(file) == 0 ? 0 : errno;
    ::close(file);
    if (error != 0 && error != EINVAL) cannot_write(path, error);
}

/// A folder of this process beside the output, removed again.
class Beside {
public:
    explicit Beside(const fs::path& parent) : m_folder(parent / fmt::format(".lykta-new-{}", ::getpid())) {
        std::error_code failed;
        m_made_parent = !fs::exists(parent, failed);
        fs::remove_all(m_folder, failed);
        fs::create_directories(m_folder, failed);
        if (failed) cannot_write(parent, failed.value());
    }
    ~Beside() {
        std::error_code ignored;
        fs::remove_all(m_folder, ignored);
        if (m_made_parent) fs::remove(m_folder.parent_path(), ignored);  // only when nothing came into it
    }
    Beside(const Beside&) = delete;
    Beside& operator=(const Beside&) = delete;
    [[nodiscard]] const fs::path& folder() const { return m_folder; }

private:
    fs::path m_folder;
    bool m_made_parent = false;
};

}  // namespace

OutputKind output_kind(const std::string& output, const std::vector<OutputKind>& allowed) {
    if (output.empty()) return OutputKind::none;
    const auto kind = kind_of(output);
    if (std::find(allowed.begin(), allowed.end(), kind) != allowed.end()) return kind;
    std::vector<std::string> words;
    for (const auto one : allowed) words.push_back(words_of(one));
    throw Error{ErrorCode::bad_option,
                say("-o {}: this command cannot write that; it writes {}", output, fmt::join(words, ", "))};
}

void refuse_own_input(const std::string& output, const std::vector<std::string>& inputs) {
    for (const auto& input : inputs) {
        std::error_code ignored;
        if (output.empty() || input.empty() || !fs::equivalent(output, input, ignored)) continue;
        throw Error{ErrorCode::bad_option,
                    say("-o {}: this file is read by the command and would be lost; choose another name", output)};
    }
}

void write_beside(const fs::path& path, const std::function<void(const fs::path&)>& write) {
    const auto parent = path.parent_path().empty() ? fs::path{"."} : path.parent_path();
    const Beside beside{parent};
    const auto staged = beside.folder() / path.filename();
    write(staged);
    sync_path(staged);
    if (::rename(staged.c_str(), path.c_str()) != 0) cannot_write(path, errno);
    sync_path(parent);
}

}  // namespace lykta::outputs
