// Helpers of the tests of sources: files in a folder that vanishes, and how a text reads.
#pragma once
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.hpp"
#include "core/language.hpp"
#include "sources/read_source.hpp"

namespace lykta::sources::testing {

/// A folder of its own, removed at the end.
class TemporaryFolder {
public:
    TemporaryFolder() {
        static int made = 0;
        m_path = std::filesystem::temp_directory_path() /
                 ("lykta-sources-" + std::to_string(::getpid()) + "-" + std::to_string(++made));
        std::filesystem::create_directories(m_path);
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] std::string write(const std::string& name, std::string_view bytes) const {
        std::ofstream{m_path / name, std::ios::binary} << bytes;
        return (m_path / name).string();
    }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// Reads bytes as a file of this name.
inline SourceTable read_text(std::string_view bytes, const std::string& name = "brott.csv",
                             const ReadOptions& options = {}) {
    set_language(Language::english);
    const TemporaryFolder folder;
    return read_source(folder.write(name, bytes), options);
}

/// The message of the error reading gives; a failure when it gives none.
inline std::string error_of(std::string_view bytes, const std::string& name = "brott.csv",
                            const ReadOptions& options = {}) {
    try {
        (void)read_text(bytes, name, options);
    } catch (const Error& error) {
        return error.what();
    }
    ADD_FAILURE() << name << " was read without an error";
    return {};
}

inline bool has(std::string_view text, std::string_view part) {
    return text.find(part) != text.npos;
}

inline const Issue* issue(const SourceTable& source, std::string_view code) {
    const auto& issues = source.account.issues;
    const auto found = std::find_if(issues.begin(), issues.end(), [&](const Issue& i) { return i.code == code; });
    return found == issues.end() ? nullptr : &*found;
}

/// Rows set aside for a reason.
inline std::vector<std::int64_t> rows_for(const SourceTable& source, Reason reason) {
    std::vector<std::int64_t> rows;
    for (const auto& aside : source.account.set_aside)
        if (aside.reason == reason) rows.push_back(aside.row);
    return rows;
}

inline std::vector<std::string> row_cells(const Table& table, std::size_t row) {
    std::vector<std::string> cells;
    for (std::size_t c = 0; c < table.columns(); ++c) cells.emplace_back(table.cell(row, c));
    return cells;
}

}  // namespace lykta::sources::testing
