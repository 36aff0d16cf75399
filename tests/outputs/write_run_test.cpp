// A whole run to a folder: all of it or nothing.
#include "outputs/write_run.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/error.hpp"
#include "core/file.hpp"
#include "core/hash.hpp"
#include "sample_result.hpp"
#include "temporary_folder.hpp"

using namespace lykta;
using namespace lykta::outputs;

namespace {

/// While it lives no file can grow past a size: writing fails as it does on a full disk.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) : m_signal(std::signal(SIGXFSZ, SIG_IGN)) {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit now{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &now);
    }
    ~FileSizeLimit() {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    rlimit m_before{};
    void (*m_signal)(int);
};

}  // namespace

TEST(WriteRun, leaves_every_file_and_the_manifest_last) {
    const auto sample = by_hand::sample_run();
    const by_hand::TemporaryFolder folder;
    const auto files = write_run(sample->result, folder / "out");
    EXPECT_EQ(files.back(), "run.json");
    for (const auto& file : files) EXPECT_TRUE(std::filesystem::exists(folder / "out" / file)) << file;
    EXPECT_EQ(files.size(), 8U);
    EXPECT_FALSE(std::filesystem::exists(folder / "out" / ".lykta-new"));
}

TEST(WriteRun, the_manifest_hashes_match_the_files) {
    const auto sample = by_hand::sample_run();
    const by_hand::TemporaryFolder folder;
    const auto files = write_run(sample->result, folder / "out");
    const auto manifest = nlohmann::json::parse(read_file(folder / "out" / "run.json"));
    ASSERT_EQ(manifest["outputs"].size(), files.size() - 1);
    for (const auto& output : manifest["outputs"]) {
        const auto path = folder / "out" / output["name"].get<std::string>();
        EXPECT_EQ(sha256_of_file(path), output["sha256"]);
        EXPECT_EQ(std::filesystem::file_size(path), output["bytes"]);
    }
}

TEST(WriteRun, the_manifest_accounts_for_every_row_and_option) {
    const auto sample = by_hand::sample_run();
    const by_hand::TemporaryFolder folder;
    write_run(sample->result, folder / "out");
    const auto manifest = nlohmann::json::parse(read_file(folder / "out" / "run.json"));
    EXPECT_EQ(manifest["options"].size(), sample->result.options.size());
    EXPECT_EQ(manifest["created"], "2026-01-02T03:04:05Z");
    EXPECT_TRUE(manifest["refusal"].is_null());
    const auto& input = manifest["inputs"][0];
    EXPECT_EQ(input["rows_read"], 244);
    EXPECT_EQ(input["rows_used"].get<int>() + input["rows_set_aside"].get<int>(), 244);
    EXPECT_EQ(input["set_aside_by_reason"]["no_coordinates"], 2);
    EXPECT_EQ(input["sha256"], std::string(64, 'a'));
}

TEST(WriteRun, the_same_run_gives_the_same_bytes_at_another_time_in_another_folder) {
    auto sample = by_hand::sample_run();
    const by_hand::TemporaryFolder folder;
    const auto files = write_run(sample->result, folder / "a");
    sample->result.created_utc = "2031-12-31T23:59:59Z";
    sample->result.command = "lykta rank study.toml -o b --threads 8";
    write_run(sample->result, folder / "b");
    for (const auto& file : files)
        if (file != "run.json") {
            EXPECT_TRUE(read_file(folder / "a" / file) == read_file(folder / "b" / file)) << file;
        }
}

TEST(WriteRun, a_write_that_fails_at_any_file_leaves_the_old_files) {
    auto sample = by_hand::sample_run();
    const by_hand::TemporaryFolder folder;
    const auto files = write_run(sample->result, folder / "out");
    std::map<std::string, std::string> old;
    for (const auto& file : files) old[file] = read_file(folder / "out" / file);
    sample->result.study_name = "another";
    for (const std::size_t most_bytes :
         {std::size_t{100}, std::size_t{4000}, std::size_t{100'000}, old["lykta.gpkg"].size() - 1}) {
        const FileSizeLimit limit(most_bytes);
        try {
            write_run(sample->result, folder / "out");
            ADD_FAILURE() << "written although no file may pass " << most_bytes << " bytes";
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::cannot_write);
        }
        for (const auto& [file, bytes] : old)
            EXPECT_TRUE(read_file(folder / "out" / file) == bytes) << file << ", " << most_bytes;
        EXPECT_FALSE(std::filesystem::exists(folder / "out" / ".lykta-new"));
    }
}

TEST(WriteRun, a_raster_that_cannot_be_written_whole_is_an_error) {
    const auto sample = by_hand::sample_run();
    const by_hand::TemporaryFolder folder;
    const FileSizeLimit limit(1000);
    EXPECT_THROW(write_geotiff(sample->result.intensity, sample->result.crs, {"a", "lx", "", {}}, folder / "a.tif"),
                 Error);
}

TEST(WriteRun, a_target_that_is_a_file_is_refused_with_its_path) {
    const auto sample = by_hand::sample_run();
    const by_hand::TemporaryFolder folder;
    std::ofstream(folder / "out") << "mine";
    try {
        write_run(sample->result, folder / "out");
        FAIL() << "a file was overwritten";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::cannot_write);
        EXPECT_NE(std::string(error.what()).find((folder / "out").string()), std::string::npos);
    }
    EXPECT_EQ(read_file(folder / "out"), "mine");
}

TEST(WriteRun, two_sources_of_one_name_get_two_reject_files) {
    auto sample = by_hand::sample_run();
    auto& sources = sample->result.sources;
    sources[0].account.source = "brott.csv";
    sources.push_back(sources[0]);
    const by_hand::TemporaryFolder folder;
    write_run(sample->result, folder / "out");
    EXPECT_TRUE(std::filesystem::exists(folder / "out" / "rejects" / "brott.csv"));
    EXPECT_TRUE(std::filesystem::exists(folder / "out" / "rejects" / "brott-2.csv"));
}

TEST(WriteRun, raw_rows_never_leave_at_the_public_level) {
    auto sample = by_hand::sample_run();
    sample->result.public_level = true;
    const by_hand::TemporaryFolder folder;
    write_run(sample->result, folder / "out");
    EXPECT_FALSE(std::filesystem::exists(folder / "out" / "rejects"));
}
