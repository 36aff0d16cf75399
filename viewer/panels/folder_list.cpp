// Reading a folder for the file dialog.
#include "viewer/panels/folder_list.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>
#include <string_view>

#include "core/language.hpp"

namespace lykta::viewer {
namespace {

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
    return text;
}

bool may_be_chosen(const std::filesystem::path& file, Choose what) {
    static constexpr std::array<std::string_view, 3> studies{".toml", ".json", ".gpkg"};
    static constexpr std::array<std::string_view, 5> rasters{".tif", ".tiff", ".mbtiles", ".gpkg", ".vrt"};
    const std::string ending = lower(file.extension().string());
    const std::span<const std::string_view> known = what == Choose::base_raster
                                                        ? std::span<const std::string_view>(rasters)
                                                        : std::span<const std::string_view>(studies);
    return std::find(known.begin(), known.end(), ending) != known.end();
}

// Lykta's own files stand first: a study's folder holds many others with the same endings.
bool is_own(const std::string& name) {
    return name == "study.toml" || name == "run.json" || name == "lykta.gpkg";
}

bool reads_before(const FolderEntry& a, const FolderEntry& b) {
    if (a.is_folder != b.is_folder) return a.is_folder;
    if (is_own(a.name) != is_own(b.name)) return is_own(a.name);
    const std::string left = lower(a.name), right = lower(b.name);
    return left != right ? left < right : a.name < b.name;
}

}  // namespace

FolderList list_folder(const std::filesystem::path& folder, Choose what) {
    FolderList list;
    std::error_code error;
    std::filesystem::directory_iterator entry(folder, error);
    for (; !error && entry != std::filesystem::directory_iterator{}; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (name.empty() || name.front() == '.') continue;
        std::error_code ignored;
        const bool is_folder = entry->is_directory(ignored);
        if (is_folder || may_be_chosen(entry->path(), what)) list.entries.push_back({name, is_folder});
    }
    if (error) list.trouble = say("{} cannot be read: {}. Choose another folder.", folder.string(), error.message());
    std::sort(list.entries.begin(), list.entries.end(), reads_before);
    return list;
}

}  // namespace lykta::viewer
