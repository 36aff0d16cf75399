// Whole studies from files to files, each in a process of its own so that its peak of memory is its own.
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>

#include <chrono>
#include <fstream>
#include <iostream>

#include "core/language.hpp"
#include "machine.hpp"
#include "outputs/write_run.hpp"
#include "sections.hpp"
#include "study/run_study.hpp"
#include "study/study_file.hpp"
#include "timing.hpp"

extern char** environ;

namespace lykta::bench {

namespace {

/// Seconds between the stages a run reports.
class Stopwatch {
public:
    void next(const std::string& stage) {
        const auto now = std::chrono::steady_clock::now();
        if (!m_stage.empty()) add(m_stage, std::chrono::duration<double>(now - m_since).count());
        m_stage = stage;
        m_since = now;
    }
    void add(const std::string& stage, double seconds) { m_stages.push_back({stage, seconds}); }
    void save(const std::filesystem::path& path) const {
        std::ofstream file(path);
        for (const auto& [stage, seconds] : m_stages) file << seconds << '\t' << stage << '\n';
    }

private:
    std::string m_stage;
    std::chrono::steady_clock::time_point m_since;
    std::vector<std::pair<std::string, double>> m_stages;
};

constexpr double reading_ends = 0.5;  ///< share of the run's progress up to which sources are read

struct StudyTimes {
    std::vector<std::pair<std::string, double>> stages;
    [[nodiscard]] double of(const std::string& stage) const {
        double sum = 0.0;
        for (const auto& [name, seconds] : stages) sum += name == stage ? seconds : 0.0;
        return sum;
    }
};

StudyTimes load_times(const std::filesystem::path& path) {
    StudyTimes times;
    std::ifstream file(path);
    double seconds = 0.0;
    for (std::string stage; file >> seconds && file.ignore(1) && std::getline(file, stage);)
        times.stages.emplace_back(stage, seconds);
    return times;
}

/// Most memory this process has held, MB. Not from getrusage: there a started program inherits its parent's peak.
double peak_megabytes() {
    std::ifstream file("/proc/self/status");
    for (std::string word; file >> word;)
        if (double kibibytes = 0; word == "VmHWM:" && file >> kibibytes) return kibibytes * 1024 / 1e6;
    return 0.0;
}

/// Starts this program once more for one study and waits for it.
StudyTimes run_alone(const Workshop& workshop, const std::filesystem::path& study) {
    const auto folder = workshop.folder / study.stem();
    std::string program = workshop.program.string(), word = "--study", from = study.string(), to = folder.string();
    char* arguments[] = {program.data(), word.data(), from.data(), to.data(), nullptr};
    ::pid_t child = 0;
    if (::posix_spawn(&child, program.c_str(), nullptr, nullptr, arguments, environ) != 0)
        throw std::runtime_error("studies: this program cannot be started again");
    int status = 0;
    if (::waitpid(child, &status, 0) != child || status != 0)
        throw std::runtime_error("studies: " + from + " could not be run");
    return load_times(folder / "times.tsv");
}

std::vector<std::size_t> file_sizes(const std::filesystem::path& folder) {
    std::vector<std::size_t> sizes;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) sizes.push_back(entry.file_size());
    return sizes;
}

struct StudyTargets {
    std::optional<double> seconds, megabytes;
    bool reading_under_half = false;
};

void add_rows(const Workshop& workshop, const std::string& name, const std::filesystem::path& study,
              const StudyTargets& targets, Rows& rows) {
    std::cerr << "  " << name << '\n';
    auto times = run_alone(workshop, study);
    const auto again = run_alone(workshop, study);  // the second finds its files in the system's cache
    if (again.of("whole") < times.of("whole")) times = again;
    const double whole = times.of("whole"), writing = times.of("writing");
    const auto half = targets.reading_under_half ? std::optional{whole / 2} : std::nullopt;
    rows.push_back({.stage = name, .size = "files to files", .value = whole, .target = targets.seconds});
    for (const auto& [stage, seconds] : times.stages) {
        if (stage == "whole" || stage == "peak of memory" || stage.starts_with("writing") || seconds < 1e-3) continue;
        rows.push_back({.stage = "– " + stage, .value = seconds, .target = stage == "reading" ? half : std::nullopt});
    }
    const auto sizes = file_sizes(workshop.folder / study.stem() / "result");
    rows.push_back({.stage = "– writing",
                    .size = fmt::format("{} files", sizes.size()),
                    .value = writing,
                    .limit = Compared{raw_write_seconds(workshop.folder, sizes),
                                      "the same bytes by write() and fsync(), file by file, in the same folder"}});
    for (const auto& [stage, seconds] : times.stages)
        if (stage.starts_with("writing ")) rows.push_back({.stage = "– – " + stage.substr(8), .value = seconds});
    rows.push_back({.stage = "– peak of memory",
                    .value = times.of("peak of memory"),
                    .unit = Unit::megabytes,
                    .target = targets.megabytes});
}

/// The writers once more, each alone.
void time_writers(const outputs::RunResult& result, const std::filesystem::path& folder, Stopwatch& watch) {
    std::filesystem::create_directories(folder);
    const auto time = [&](const std::string& file, auto write) {
        watch.add("writing " + file, seconds_of(1, [&] { write(folder / file); }));
    };
    time("lykta.gpkg", [&](const auto& path) { outputs::write_geopackage(result, path); });
    time("places.csv", [&](const auto& path) { outputs::write_places_csv(result, path); });
    time("places.geojson", [&](const auto& path) { outputs::write_places_geojson(result, path); });
    time("report.html", [&](const auto& path) { outputs::write_report(result, path); });
    time("intensity.tif", [&](const auto& path) {
        outputs::write_geotiff(result.intensity, result.crs, {.name = "intensity", .unit = "incidents/ha/year"}, path);
    });
    if (!result.illuminance) return;
    time("illuminance.tif", [&](const auto& path) {
        outputs::write_geotiff(*result.illuminance, result.crs, {.name = "illuminance", .unit = "lx"}, path);
    });
}

}  // namespace

void time_study(const std::filesystem::path& study_file, const std::filesystem::path& folder) {
    set_language(Language::english);
    Stopwatch watch;
    std::unique_ptr<study::StudyRun> run;
    const auto start = std::chrono::steady_clock::now();
    bool is_reading = false;
    watch.next("study file");
    auto study = study::read_study(study_file.string());
    study.today = days_from_civil(2026, 1, 1);
    run = study::run_study(study, [&](const std::string& stage, double share) {
        const bool reads = share < reading_ends;
        if (!(reads && is_reading)) watch.next(reads ? "reading" : stage);
        is_reading = reads;
    });
    run->result.created_utc = "2026-01-01T00:00:00Z";
    watch.next("writing");
    outputs::write_run(run->result, folder / "result");
    watch.next("");
    watch.add("whole", std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    watch.add("peak of memory", peak_megabytes());
    time_writers(run->result, folder / "alone", watch);
    watch.save(folder / "times.tsv");
}

Rows study_rows(const Workshop& workshop) {
    const std::filesystem::path root = LYKTA_ROOT;
    Rows rows;
    add_rows(workshop, "Exempelstad", root / "data/exempelstad/study.toml", {.seconds = 2.0}, rows);
    if (!std::filesystem::exists(root / "../shared/data/chicago")) {
        std::cerr << "  skipped: Chicago and other real cities (no folder ../shared/data beside the repository)\n";
        return rows;
    }
    add_rows(workshop, "Chicago", root / "tests/studies/chicago.toml",
             {.seconds = 6.0, .megabytes = 1000.0, .reading_under_half = true}, rows);
    add_rows(workshop, "Charlottesville", root / "tests/studies/charlottesville.toml", {}, rows);
    add_rows(workshop, "Syracuse", root / "tests/studies/syracuse.toml", {}, rows);
    return rows;
}

}  // namespace lykta::bench
