// lykta_bench [SECTION…]: times each stage against a plain implementation and the machine's limit, on inputs it makes
// itself, and prints one table. Without words all sections; see docs/performance.md.
#include <unistd.h>

#include <algorithm>
#include <array>
#include <iostream>

#include "machine.hpp"
#include "sections.hpp"

namespace {

using lykta::bench::Rows;
using lykta::bench::Workshop;

struct Section {
    const char* name;
    Rows (*rows)(const Workshop&);
};
constexpr std::array<Section, 13> sections{{{"reading", lykta::bench::reading_rows},
                                            {"projecting", lykta::bench::projecting_rows},
                                            {"intensity", lykta::bench::intensity_rows},
                                            {"gi-star", lykta::bench::gi_star_rows},
                                            {"light", lykta::bench::light_rows},
                                            {"sight", lykta::bench::sight_rows},
                                           {"vegetation", lykta::bench::vegetation_rows},
                                            {"darkness", lykta::bench::darkness_rows},
                                            {"rank", lykta::bench::rank_rows},
                                            {"findings", lykta::bench::findings_rows},
                                            {"portfolio", lykta::bench::portfolio_rows},
                                            {"lamp-siting", lykta::bench::lamp_siting_rows},
                                            {"studies", lykta::bench::study_rows}}};

/// A folder of this process, removed at the end.
struct TemporaryFolder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / ("lykta-bench-" + std::to_string(::getpid()));
    TemporaryFolder() { std::filesystem::create_directories(path); }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
};

bool is_section(const std::string& word) {
    return std::any_of(sections.begin(), sections.end(), [&](const Section& s) { return word == s.name; });
}

int usage(const std::string& word) {
    std::cerr << "\"" << word << "\" is not a section; these are: ";
    for (const auto& section : sections) std::cerr << section.name << ' ';
    std::cerr << '\n';
    return 2;
}

void measure(const std::vector<std::string>& wanted) {
    const TemporaryFolder folder;
    const Workshop workshop{folder.path, std::filesystem::read_symlink("/proc/self/exe")};
    std::cout << lykta::bench::machine_text() << "\n\n" << std::flush;
    Rows rows;
    for (const auto& section : sections) {
        if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), section.name) == wanted.end()) continue;
        std::cerr << "measuring: " << section.name << '\n';
        for (auto& row : section.rows(workshop)) rows.push_back(std::move(row));
    }
    lykta::bench::print_table(std::cout, rows);
}

}  // namespace

int main(int count, char** words) {
    const std::vector<std::string> arguments(words + 1, words + count);
    try {
        if (arguments.size() == 3 && arguments[0] == "--study") {
            lykta::bench::time_study(arguments[1], arguments[2]);
            return 0;
        }
        for (const auto& word : arguments)
            if (!is_section(word)) return usage(word);
        measure(arguments);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 3;
    }
}
