// Small catalogue files for the tests of reading: a whole measure, and what becomes of it.
#pragma once
#include <string>

#include <gtest/gtest.h>

#include "core/error.hpp"
#include "core/language.hpp"
#include "measures/catalogue.hpp"

namespace catalogue_samples {

using namespace lykta::measures;

/// A measure that holds everything a measure must; line 1 is [[measure]].
inline std::string whole_measure(const std::string& id = "lamp") {
    return "[[measure]]\n"
           "id = \"" +
           id +
           "\"\n"
           "name = { sv = \"Lampa\", en = \"Lamp\" }\n"
           "mechanism = \"Light\"\n"
           "siting = \"place\"\n"
           "owner = \"police\"\n"
           "goal = \"g\"\n"
           "follow_up = \"f\"\n"
           "legal = \"l\"\n"
           "answer = [ { outcomes = [\"violence\"] } ]\n"
           "[[measure.effect]]\n"
           "outcome = \"violence\"\n"
           "finding = \"Fewer\"\n"
           "ratio = 0.8\n"
           "low = 0.7\n"
           "high = 0.9\n"
           "grade = \"B\"\n"
           "counts = true\n"
           "source = \"Somebody 2020\"\n"
           "[measure.cost]\n"
           "unit = \"place\"\n"
           "low = 50\n"
           "typical = 100\n"
           "high = 300\n"
           "price_year = 2022\n"
           "source = \"Somewhere 2022\"\n";
}

inline Catalogue read(const std::string& text, const std::string& name = "mine.toml") {
    const CatalogueFile file{name, text};
    return catalogue_from({&file, 1});
}

/// whole_measure() read first, then `study` as a study file's own.
inline Catalogue changed_by(const std::string& study) {
    const std::vector<CatalogueFile> files{{"built_in.toml", whole_measure()}, {"study.toml", study, "measures"}};
    return catalogue_from(files);
}

/// The message a text is refused with; empty where it is not.
template <class Read>
std::string refusal(const Read& read_it) {
    lykta::set_language(lykta::Language::english);
    std::string message;
    try {
        static_cast<void>(read_it());
    } catch (const lykta::Error& e) {
        EXPECT_EQ(e.code(), lykta::ErrorCode::bad_option);
        message = e.what();
    }
    lykta::set_language(lykta::Language::swedish);
    return message;
}
inline std::string refusal_of(const std::string& text) {
    return refusal([&] { return read(text); });
}

/// The text with one of its lines replaced, or taken out.
inline std::string with_line(std::string text, const std::string& line, const std::string& by) {
    const auto at = text.find(line + "\n");
    EXPECT_NE(at, std::string::npos) << line;
    return text.replace(at, line.size() + 1, by.empty() ? "" : by + "\n");
}

}  // namespace catalogue_samples
