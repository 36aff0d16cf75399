// Files as a test draws them: a text becomes a file of its own in the temporary folder, read in English.
#pragma once
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "core/language.hpp"
#include "layers/check_file.hpp"
#include "layers/read_layers.hpp"

namespace lykta::layers::testing {

/// Path of a new file with this text; the ending decides the reader.
inline std::string given(const std::string& text, const std::string& ending = ".csv") {
    set_language(Language::english);
    static int number = 0;
    const auto folder = std::filesystem::temp_directory_path() / ("lykta_layers_" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    const auto path = folder / ("given_" + std::to_string(number++) + ending);
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
}

inline LayerOptions options(const std::string& path, const std::string& crs = "EPSG:3006",
                            LayerKind kind = LayerKind::incidents) {
    LayerOptions made;
    made.path = path;
    made.crs = crs;
    made.kind = kind;
    made.today = days_from_civil(2026, 1, 1);
    return made;
}

inline Crs sweref() {
    return Crs::from_text("EPSG:3006");
}

inline IncidentLayer incidents(const std::string& text, const std::string& crs = "EPSG:3006") {
    return read_incidents(options(given(text), crs), sweref());
}

/// What check_file says in all, for searching.
inline std::string said(const CheckResult& result) {
    std::string all = result.outcome + "\n";
    for (const auto& message : result.messages) all += message + "\n";
    for (const auto& note : result.notes) all += note + "\n";
    return all;
}
inline CheckResult checked(const std::string& text, const std::string& crs = "EPSG:3006",
                           const std::string& ending = ".csv") {
    return check_file(options(given(text, ending), crs), KindGiven::detect);
}

inline const Issue* issue_of(const SourceReport& report, const std::string& code) {
    for (const auto& issue : report.account.issues) {
        if (issue.code == code) return &issue;
    }
    return nullptr;
}

inline bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// A file of the shared data, empty when it is not there.
inline std::string shared(const std::string& name) {
    set_language(Language::english);
    const std::filesystem::path path = std::filesystem::path(LYKTA_ROOT) / ".." / "shared" / name;
    return std::filesystem::exists(path) ? path.string() : std::string{};
}

}  // namespace lykta::layers::testing
