// reference_runner DIR: runs the reference cases in DIR/<topic>/*.json (or DIR/*.json) and says for each what was
// wanted and found. New cases of a known topic need no new code. Exit code 1 when a case fails.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <map>

#include "reference/reference.hpp"

namespace {

namespace fs = std::filesystem;
using reference::Json;

const std::map<std::string, reference::Topic>& topics() {
    static const std::map<std::string, reference::Topic> all{
        {"kde", reference::kde},
        {"local_autocorrelation", reference::local_autocorrelation},
        {"multiple_testing", reference::multiple_testing},
        {"spatial_weights", reference::spatial_weights},
        {"crs", reference::crs},
        {"geometry", reference::geometry},
        {"empirical_bayes", reference::empirical_bayes},
        {"illuminance", reference::illuminance},
    };
    return all;
}

std::vector<fs::path> case_files(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file() && entry.path().extension() == ".json") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

struct Tally {
    int passed = 0, failed = 0, not_offered = 0;
};

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

void say_result(const std::string& id, const reference::Comparison& comparison, Tally& tally) {
    const std::string left = comparison.left.empty() ? "" : " (not offered: " + joined(comparison.left) + ")";
    if (!comparison.mismatch.empty()) {
        ++tally.failed;
        fmt::print("FAIL {}: {}\n", id, comparison.mismatch);
    } else if (comparison.compared == 0) {
        ++tally.not_offered;
        fmt::print("NOT OFFERED {}{}\n", id, left);
    } else {
        ++tally.passed;
        fmt::print("PASS {}: {} figures hold{}\n", id, comparison.compared, left);
    }
}

void run_case(const fs::path& path, Tally& tally) {
    std::ifstream file(path);
    const Json one_case = Json::parse(file);
    if (one_case.value("schema", "") != "reference-case/1") return;
    const std::string id = one_case.value("id", path.stem().string());
    const auto topic = topics().find(id.substr(0, id.find('/')));
    if (topic == topics().end()) {
        ++tally.not_offered;
        fmt::print("NOT OFFERED {}: no figures of this topic\n", id);
        return;
    }
    const Json tolerance = one_case.value("tolerance", Json::object());
    say_result(id, reference::compare(one_case.at("expected"), topic->second(one_case), tolerance), tally);
}

}  // namespace

int main(int count, char** words) {
    if (count == 2 && !fs::exists(words[1])) {
        fmt::print("skipped: {} is not here; the reference cases stand beside the repository\n0 passed, 0 failed\n", words[1]);
        return 0;
    }
    if (count != 2 || !fs::is_directory(words[1])) {
        fmt::print(stderr,
                   "usage: reference_runner DIR\n  DIR holds <topic>/*.json, each a case of schema reference-case/1\n");
        return 2;
    }
    Tally tally;
    for (const auto& path : case_files(words[1])) {
        try {
            run_case(path, tally);
        } catch (const std::exception& error) {
            ++tally.failed;
            fmt::print("FAIL {}: {}\n", path.stem().string(), error.what());
        }
    }
    fmt::print("{} not offered\n{} passed, {} failed\n", tally.not_offered, tally.passed, tally.failed);
    return tally.failed == 0 ? 0 : 1;
}
