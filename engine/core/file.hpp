// Files written whole or not at all: beside the final name, flushed, then renamed.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>

namespace lykta {

/// Whole file as bytes. \throws Error{cannot_read} naming the path and the reason
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

/// Writes bytes to path: temporary name in the same folder, every write checked, fsync, rename, fsync of the folder.
/// \throws Error{cannot_write} naming path and reason ("disk full"); nothing is left and an older file is untouched
void write_file_whole(const std::filesystem::path& path, std::string_view bytes);

/// A folder being filled beside its final name. commit() puts its files in place; destroyed without commit it vanishes.
/// Files already in the final folder that this run did not make stay. The manifest, committed last, is what makes the
/// folder a finished result: a folder without run.json is unfinished to every reader.
/// Two runs on one folder: the second is refused with the first one's process id (lock file).
class OutputFolder {
public:
    explicit OutputFolder(std::filesystem::path final_folder);  ///< \throws Error{cannot_write}
    ~OutputFolder();
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& staging() const { return m_staging; }  ///< write here
    /// Moves every staged file to the final folder, `last` (e.g. "run.json") after all others.
    void commit(const std::string& last);

private:
    std::filesystem::path m_final, m_staging;
    int m_lock = -1;
    bool m_committed = false;
};

/// A file name made from any text: letters, digits, '-', '_' only, at most 80 bytes plus a hash when something was
/// lost, so that "../../evil", "CON" and "a/b" stay inside the folder and differ.
[[nodiscard]] std::string safe_file_name(std::string_view text);

}  // namespace lykta
