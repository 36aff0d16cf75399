// What a folder holds for a file dialog: folders and the files one may choose, in reading order.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "viewer/panels/panels.hpp"

namespace lykta::viewer {

struct FolderEntry {
    std::string name;
    bool is_folder = false;
};
struct FolderList {
    std::vector<FolderEntry> entries;  ///< folders, then Lykta's own files, then others; by name, capitals or not
    std::string trouble;               ///< why it could not be read; empty: it could
};
/// Hidden entries are left out. Reads the folder once: keep what it returns.
[[nodiscard]] FolderList list_folder(const std::filesystem::path& folder, Choose what);

}  // namespace lykta::viewer
