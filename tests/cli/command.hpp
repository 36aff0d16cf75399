// The command as a person starts it: words in, what it printed and its exit code out, in a folder made for the test.
#pragma once
#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace lykta::by_command {

/// What a finished command left behind.
struct Outcome {
    int code = 0;  ///< exit code; 128 + signal when it was killed
    std::string out, err;
};

/// How a command is started. Nothing of the tester's own LYKTA_LANG, LC_* or TZ reaches it.
struct Start {
    std::vector<std::string> words;                  ///< the program, then its words
    std::filesystem::path folder;                    ///< working folder
    std::string printed;                             ///< stdout goes to PRINTED.out, stderr to PRINTED.err
    std::map<std::string, std::string> environment;  ///< beside PATH and HOME
};

inline std::string bytes_of(const std::filesystem::path& path) {
    std::ostringstream bytes;
    bytes << std::ifstream{path, std::ios::binary}.rdbuf();
    return std::move(bytes).str();
}

inline std::vector<char*> pointers_to(std::vector<std::string>& words) {
    std::vector<char*> pointers;
    for (auto& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// \returns the process id, at once
inline int start_program(const Start& start) {
    auto words = start.words;
    std::vector<std::string> lines;
    for (const auto* kept : {"PATH", "HOME"})
        if (const char* value = std::getenv(kept)) lines.push_back(fmt::format("{}={}", kept, value));
    for (const auto& [name, value] : start.environment) lines.push_back(fmt::format("{}={}", name, value));
    const auto arguments = pointers_to(words), environment = pointers_to(lines);
    const std::string out_name = start.printed + ".out", err_name = start.printed + ".err";
    const int process = ::fork();
    if (process != 0) return process;
    const int out = ::open(out_name.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
    const int err = ::open(err_name.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (out >= 0 && err >= 0 && ::chdir(start.folder.c_str()) == 0 && ::dup2(out, 1) == 1 && ::dup2(err, 2) == 2)
        ::execvpe(arguments.front(), arguments.data(), environment.data());
    ::_exit(127);
}

/// Waits for a process started by start_program. \returns its exit code, or 128 + signal
inline int wait_for(int process) {
    int status = 0;
    ::waitpid(process, &status, 0);
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

inline Outcome run_program(const Start& start) {
    const int code = wait_for(start_program(start));
    return {code, bytes_of(start.printed + ".out"), bytes_of(start.printed + ".err")};
}

/// A folder for one test, removed with it, and the commands run in it.
class Scratch {
public:
    Scratch() {
        static int count = 0;
        const std::filesystem::path memory = "/dev/shm";  // where syncing costs nothing
        m_path = (std::filesystem::exists(memory) ? memory : std::filesystem::temp_directory_path()) /
                 fmt::format("lykta-cli-{}-{}", ::getpid(), count++);
        std::filesystem::create_directories(m_path / "here");
    }
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    /// The working folder; what commands print is kept outside it.
    [[nodiscard]] std::filesystem::path path() const { return m_path / "here"; }
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path() / name; }
    [[nodiscard]] std::string read(const std::string& name) const { return bytes_of(path() / name); }

    void write(const std::string& name, const std::string& bytes) const {
        std::filesystem::create_directories((path() / name).parent_path());
        std::ofstream{path() / name, std::ios::binary} << bytes;
    }

    /// Every file below `name`, by its path from there; Lykta's own working files (.lykta-…) left out.
    [[nodiscard]] std::map<std::string, std::string> files_of(const std::string& name) const {
        std::map<std::string, std::string> files;
        if (!std::filesystem::exists(path() / name)) return files;
        for (const auto& entry : std::filesystem::recursive_directory_iterator{path() / name}) {
            const auto file = entry.path().lexically_relative(path() / name).string();
            if (entry.is_regular_file() && !file.starts_with(".lykta-")) files[file] = bytes_of(entry.path());
        }
        return files;
    }

    /// How `lykta WORDS…` is started here: in English, unless the environment says otherwise.
    [[nodiscard]] Start start(const std::vector<std::string>& words,
                              const std::map<std::string, std::string>& environment = {{"LYKTA_LANG", "en"}}) const {
        Start start{.words = {std::string{LYKTA_BUILD} + "/lykta"},
                    .folder = path(),
                    .printed = (m_path / "printed").string(),
                    .environment = environment};
        start.words.insert(start.words.end(), words.begin(), words.end());
        return start;
    }

    /// Runs `lykta WORDS…` to its end.
    [[nodiscard]] Outcome lykta(const std::vector<std::string>& words,
                                const std::map<std::string, std::string>& environment = {{"LYKTA_LANG", "en"}}) const {
        return run_program(start(words, environment));
    }

private:
    std::filesystem::path m_path;
};

/// The moment of the run, fixed: two runs then write the same manifest.
inline const std::map<std::string, std::string> one_moment{{"LYKTA_LANG", "en"}, {"SOURCE_DATE_EPOCH", "1767225600"}};

/// Incidents of a small town in SWEREF 99 TM: `busy` of them within 30 m of one corner, `spread` over two kilometres.
/// Columns id;tid;typ;E;N from line 2 on, no two alike, every one usable.
inline std::string small_town(int busy, int spread) {
    std::string text = "id;tid;typ;E;N\n";
    unsigned draw = 12345;
    const auto next = [&](int width) {  // a plain generator: the same town every time
        draw = draw * 1664525U + 1013904223U;
        return (static_cast<double>(draw >> 16U) / 65536.0 - 0.5) * width;
    };
    for (int i = 0; i < busy + spread; ++i) {
        const int width = i < busy ? 60 : 2000;
        const double east = 540333.4 + next(width), north = 6480333.4 + next(width);
        text += fmt::format("H{:04};2024-{:02}-{:02} {:02}:{:02};{};{:.1f};{:.1f}\n", i + 1, 1 + i % 12, 1 + i % 28,
                            1 + i % 23, 5 + i % 50, i % 3 == 0 ? "klotter" : "skadegörelse", east, north);
    }
    return text;
}

/// A study of one incident file, with more lines after it: `more` starts on line 6.
inline std::string small_study(const std::string& source, const std::string& more = "") {
    return fmt::format("[study]\nname = \"Liten stad\"\n[[incidents]]\nsource = \"{}\"\ncrs = \"EPSG:3006\"\n{}",
                       source, more);
}

}  // namespace lykta::by_command
