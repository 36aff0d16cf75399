// docs/handbok.md is held against the program: its example numbers, its keys, its codes, its study files.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "command.hpp"

namespace lykta::by_command {
namespace {

std::string from_root(const std::string& name) {
    return bytes_of(std::string{LYKTA_ROOT} + "/" + name);
}
std::string handbook() {
    return from_root("docs/handbok.md");
}

/// The insides of fenced blocks that open with ```LANGUAGE and nothing more.
std::vector<std::string> blocks_of(const std::string& markdown, const std::string& language) {
    std::vector<std::string> blocks;
    std::istringstream lines{markdown};
    bool inside = false, wanted = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("```")) {
            inside = !inside;
            wanted = inside && line == "```" + language;
            if (wanted) blocks.emplace_back();
        } else if (wanted) {
            blocks.back() += line + "\n";
        }
    }
    return blocks;
}

/// The one plain block that starts so.
std::string block_starting(const std::string& words) {
    for (const auto& block : blocks_of(handbook(), ""))
        if (block.starts_with(words)) return block;
    return {};
}

/// The one plain block in which these words stand.
std::string block_with(const std::string& words) {
    for (const auto& block : blocks_of(handbook(), ""))
        if (block.find(words) != std::string::npos) return block;
    return {};
}

std::vector<std::string> parts_of(const std::string& line, char separator) {
    std::vector<std::string> parts;
    std::istringstream in{line};
    for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
    return parts;
}

/// All first captures of a pattern.
std::vector<std::string> captured(const std::string& text, const std::string& pattern) {
    const std::regex wanted{pattern};
    std::vector<std::string> found;
    for (std::sregex_iterator it{text.begin(), text.end(), wanted}, end; it != end; ++it) found.push_back((*it)[1]);
    return found;
}

/// "25,395" → "25,4", as the handbook writes it.
std::string with_one_decimal(std::string number) {
    number.replace(number.find(','), 1, ".");
    auto text = fmt::format("{:.1f}", std::stod(number));
    return text.replace(text.find('.'), 1, ",");
}

/// Position of a column by the beginning of its name, as the program names it in Swedish.
std::size_t column_of(const std::vector<std::string>& header, const std::string& name) {
    const auto found = std::find_if(header.begin(), header.end(), [&](const auto& h) { return h.starts_with(name); });
    return static_cast<std::size_t>(found - header.begin());
}

/// Runs a command of the handbook on the invented town and looks for every line of the block that shows its answer;
/// "…" stands for lines left out.
void expect_shown(const std::vector<std::string>& words, const std::string& block) {
    const Scratch scratch;
    auto start = scratch.start(words, {});
    start.folder = std::string{LYKTA_ROOT} + "/data/exempelstad";
    const auto ran = run_program(start);
    ASSERT_EQ(ran.code, 0) << ran.err;
    const auto lines = parts_of(block, '\n');
    EXPECT_GE(lines.size(), 6U);
    for (const auto& line : lines)
        EXPECT_TRUE(line == "  …" || ran.out.find(line) != std::string::npos) << line << " is not in\n" << ran.out;
}

/// The command of the handbook that begins so, without the program's name and without where it writes.
std::vector<std::string> command_of(const std::string& beginning) {
    auto words = parts_of(block_starting(beginning), ' ');
    const auto output = std::find(words.begin(), words.end(), "-o");
    words.erase(output, words.end());
    words.erase(words.begin());
    return words;
}

TEST(Handbook, the_example_from_exempelstad_is_what_the_program_says) {
    const Scratch scratch;
    auto start = scratch.start({"rank", "data/exempelstad/study.toml", "-o", (scratch / "ut").string()}, {});
    start.folder = LYKTA_ROOT;
    const auto ranked = run_program(start);
    ASSERT_EQ(ranked.code, 0) << ranked.err;
    const auto places = captured(block_starting("Rangordnade platser"), "( +[1-4]  +[0-9,]+  [^\n]*)");
    EXPECT_EQ(places.size(), 4U);
    for (const auto& place : places) EXPECT_NE(ranked.out.find(place), std::string::npos) << place;
    const auto rows = parts_of(scratch.read("ut/places.csv"), '\n');
    const auto header = parts_of(rows.at(0), ';');
    const auto first_term = column_of(header, "Poäng för händelsefrekvens"), low = column_of(header, "Rang, 90");
    ASSERT_LT(std::max(first_term + 3, low + 1), header.size());
    std::set<std::string> ranks;
    for (const auto& row : rows)
        if (const auto cells = parts_of(row, ';'); cells.size() >= header.size())
            ranks.insert(fmt::format("{} ({}–{})", cells[0], cells[low], cells[low + 1]));
    for (const auto& rank : captured(handbook(), "`([0-9]{1,2} \\([0-9]+–[0-9]+\\))`"))
        EXPECT_TRUE(ranks.contains(rank)) << rank;
    for (const auto& row : rows) {
        const auto cells = parts_of(row, ';');
        if (cells.size() < header.size() || cells[2] != "Åtunneln") continue;
        for (std::size_t term = 0; term < 4; ++term) {
            const auto told = captured(handbook(), fmt::format("\\n\\| {} [^\\n]*\\| ([0-9,]+) \\|\\n", "ABCD"[term]));
            ASSERT_EQ(told.size(), 1U);
            EXPECT_EQ(told.front(), with_one_decimal(cells[first_term + term])) << "ABCD"[term];
        }
        EXPECT_NE(handbook().find("**Totalpoäng** | | | | | **" + with_one_decimal(cells[4]) + "**"), std::string::npos)
            << cells[4];
        return;
    }
    FAIL() << "Åtunneln is not among the places";
}

TEST(Handbook, its_check_of_a_file_is_what_the_program_prints) {
    const Scratch scratch;
    scratch.write("brister.csv", small_town(10, 20) + "H0900;2024-05-05 12:15;klotter;;\n" +
                                     "H0901;2024-05-06 12:15;klotter;6480301.5;540301.5\n");
    const auto checked = scratch.lykta({"check", "brister.csv", "--as", "incidents", "--crs", "EPSG:3006"}, {});
    const auto lines = parts_of(block_starting("brister.csv"), '\n');
    EXPECT_GE(lines.size(), 4U);
    for (const auto& line : lines)
        EXPECT_NE(checked.out.find(line + "\n"), std::string::npos) << line << " is not in\n" << checked.out;
}

TEST(Handbook, its_light_sight_and_dark_are_what_the_program_prints) {
    expect_shown(command_of("lykta light "), block_with("under klassen, efter orsak"));
    expect_shown(command_of("lykta sight "), block_with("En person som närmar sig"));
    expect_shown(command_of("lykta dark "), block_with("känd tid"));
}

TEST(Handbook, its_misspelt_key_is_told_as_the_program_tells_it) {
    const Scratch scratch;
    scratch.write("study.toml", small_study("hot.csv", "\n\n\n\n\n\nkatgori = \"typ\"\n"));
    const auto refused = scratch.lykta({"rank", "study.toml"}, {});
    EXPECT_EQ(block_starting("lykta: study.toml, "), refused.err);
}

TEST(Handbook, every_reason_a_row_can_be_set_aside_for_is_explained) {
    const auto codes = captured(from_root("engine/core/rows.cpp"), "return \"([a-z_]+)\"");
    EXPECT_GE(codes.size(), 21U);
    for (const auto& code : codes) EXPECT_NE(handbook().find("\n| `" + code + "` |"), std::string::npos) << code;
}

TEST(Handbook, every_key_of_a_study_is_explained) {
    const auto code = from_root("engine/study/study_file.cpp") + from_root("engine/study/study_tables.cpp") +
                      from_root("engine/study/measure_table.cpp");
    auto keys =
        captured(code, "(?:table|row)\\.(?:text|texts|number|numbers|positive|whole|yes_no|node)\\(\"([a-z_]+)\"");
    for (const auto& key : captured(code, "(?:list_of_texts\\(table, |key == )\"([a-z_]+)\"")) keys.push_back(key);
    for (const auto& key : captured(code, "(?:read_class|read_share)\\(table, \"([a-z_]+)\"")) keys.push_back(key);
    for (const auto& key : captured(code, "\\bfile\\(\"([a-z_]+)\"")) keys.push_back(key);
    EXPECT_GE(keys.size(), 85U);
    const auto text = handbook();
    for (const auto& key : keys) {
        const auto stands = [&](const std::string& before, const std::string& after) {
            return text.find(before + key + after) != std::string::npos;
        };
        EXPECT_TRUE(stands("`", "`") || stands("] ", "`") || stands("`[[measures.", "]]`")) << key;
    }
}

TEST(Handbook, every_measure_of_the_catalogue_stands_with_its_id_and_name) {
    int found = 0;
    for (const auto& entry : std::filesystem::directory_iterator{std::string{LYKTA_ROOT} + "/data/measures"}) {
        const std::regex one{"\\nid = \"([a-z_]+)\"\\nname\\.sv = \"([^\"]+)\""};
        const auto catalogue = bytes_of(entry.path());
        for (std::sregex_iterator it{catalogue.begin(), catalogue.end(), one}, end; it != end; ++it, ++found)
            EXPECT_NE(handbook().find(fmt::format("| `{}` | {} |", (*it)[1].str(), (*it)[2].str())), std::string::npos)
                << (*it)[1];
    }
    EXPECT_GE(found, 23);
}

TEST(Handbook, its_defaults_of_measures_are_the_program_s) {
    const Scratch scratch;
    scratch.write("hot.csv", small_town(40, 30));
    scratch.write("study.toml", small_study("hot.csv"));
    ASSERT_EQ(scratch.lykta({"measures", "study.toml", "-o", "ut", "-q"}).code, 0);
    const auto text = handbook();
    const auto from = text.find("#### `[measures]`");
    const auto rows = parts_of(text.substr(from, text.find("\n####", from) - from), '\n');
    int held = 0;
    const auto manifest = nlohmann::json::parse(scratch.read("ut/run.json"));
    for (const auto& option : manifest.at("options")) {
        const auto key = option.at("key").get<std::string>(), value = option.at("value").get<std::string>();
        if (!key.starts_with("measures.") || value.empty() || value == "-") continue;
        const auto name = key.substr(key.rfind('.') + 1);
        const bool weight = key.starts_with("measures.weights.");
        const auto told = [&](const std::string& row) {
            if (weight) return row.find(name + " = " + value) != std::string::npos;
            const bool named =
                row.find("`" + name + "`") != std::string::npos || row.find("] " + name + "`") != std::string::npos;
            return named && row.find(value) != std::string::npos;
        };
        EXPECT_TRUE(std::any_of(rows.begin(), rows.end(), told)) << key << " = " << value;
        ++held;
    }
    EXPECT_GE(held, 15);
}

TEST(Handbook, its_files_and_layers_of_measures_come_out_and_its_choice_is_what_the_program_says) {
    const Scratch scratch;
    auto start = scratch.start(
        {"measures", "data/exempelstad/study.toml", "--budget", "5e6", "-o", (scratch / "ut").string()}, {});
    start.folder = LYKTA_ROOT;
    const auto planned = run_program(start);
    ASSERT_EQ(planned.code, 0) << planned.err;
    for (const auto& line : parts_of(block_starting("Valt för "), '\n'))
        EXPECT_NE(planned.out.find(line + "\n"), std::string::npos) << line << " is not in\n" << planned.out;
    const auto text = handbook();
    const auto chapter = text.substr(text.find("### 11.1 "), text.find("### 11.2 ") - text.find("### 11.1 "));
    for (const auto& file : captured(chapter, "\n\\| `([a-z.]+)` \\|"))
        EXPECT_TRUE(std::filesystem::exists(scratch / ("ut/" + file))) << file;
    const auto package = scratch.read("ut/lykta.gpkg");
    const auto layers = captured(chapter, "`(measure[a-z_]*|portfolio)` \\(");
    EXPECT_EQ(layers.size(), 7U);
    for (const auto& layer : layers)
        EXPECT_NE(package.find("CREATE TABLE \"" + layer + "\""), std::string::npos) << layer;
}

TEST(Handbook, its_study_files_hold_nothing_the_program_does_not_know) {
    const Scratch scratch;
    scratch.write("hot.csv", small_town(20, 20));
    const auto examples = blocks_of(handbook(), "toml");
    EXPECT_GE(examples.size(), 3U);
    for (const auto& example : examples) {
        scratch.write("study.toml", example.starts_with("[study]") ? example : small_study("hot.csv", example));
        const auto ranked = scratch.lykta({"rank", "study.toml", "-o", "ut", "-q"});
        // Its files are not here (3), but nothing in the study itself is refused (2).
        EXPECT_TRUE(ranked.code == 0 || ranked.err.find("there is no such file") != std::string::npos) << ranked.err;
    }
}

}  // namespace
}  // namespace lykta::by_command
