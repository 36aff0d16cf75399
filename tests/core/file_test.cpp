#include "core/file.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "core/error.hpp"
#include "core/hash.hpp"

namespace lykta {
namespace {

namespace fs = std::filesystem;

class File : public ::testing::Test {
protected:
    fs::path folder = fs::temp_directory_path() / ("lykta_file_test_" + std::to_string(::getpid()));
    void SetUp() override { fs::create_directories(folder); }
    void TearDown() override { fs::remove_all(folder); }
    [[nodiscard]] std::size_t entries() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator{folder}, fs::directory_iterator{}));
    }
};

TEST_F(File, written_bytes_are_read_back_and_nothing_else_is_left) {
    write_file_whole(folder / "a.txt", "åäö\n");
    EXPECT_EQ(read_file(folder / "a.txt"), "åäö\n");
    EXPECT_EQ(entries(), 1U);
}

TEST_F(File, a_write_that_fails_names_the_path_and_leaves_no_temporary_file) {
    fs::create_directories(folder / "taken");  // a folder stands where the file should go: the rename fails
    try {
        write_file_whole(folder / "taken", "bytes");
        FAIL() << "written";
    } catch (const Error& e) {
        EXPECT_EQ(e.code(), ErrorCode::cannot_write);
        EXPECT_NE(std::string{e.what()}.find("taken"), std::string::npos);
    }
    EXPECT_EQ(entries(), 1U);
}

TEST_F(File, a_missing_file_is_named) {
    try {
        (void)read_file(folder / "saknas.csv");
        FAIL() << "read";
    } catch (const Error& e) {
        EXPECT_EQ(e.code(), ErrorCode::cannot_read);
        EXPECT_NE(std::string{e.what()}.find("saknas.csv"), std::string::npos);
    }
}

TEST_F(File, an_output_folder_that_is_not_committed_vanishes) {
    const auto out = folder / "out";
    {
        const OutputFolder output{out};
        write_file_whole(output.staging() / "a.csv", "half");
    }
    EXPECT_FALSE(fs::exists(out));
}

TEST_F(File, a_committed_folder_holds_the_new_files_and_keeps_strangers) {
    const auto out = folder / "out";
    fs::create_directories(out);
    write_file_whole(out / "mine.txt", "keep");
    write_file_whole(out / "places.csv", "old");
    {
        OutputFolder output{out};
        fs::create_directories(output.staging() / "rejects");
        write_file_whole(output.staging() / "places.csv", "new");
        write_file_whole(output.staging() / "rejects" / "a.csv", "r");
        write_file_whole(output.staging() / "run.json", "{}");
        output.commit("run.json");
    }
    EXPECT_EQ(read_file(out / "mine.txt"), "keep");
    EXPECT_EQ(read_file(out / "places.csv"), "new");
    EXPECT_EQ(read_file(out / "rejects" / "a.csv"), "r");
    EXPECT_TRUE(fs::exists(out / "run.json"));
    EXPECT_FALSE(fs::exists(out / ".lykta-new"));
    EXPECT_FALSE(fs::exists(out / ".lykta-lock"));
}

TEST_F(File, a_second_run_on_the_same_folder_is_refused_with_the_firsts_process) {
    const OutputFolder first{folder / "out"};
    try {
        const OutputFolder second{folder / "out"};
        FAIL() << "let in";
    } catch (const Error& e) {
        EXPECT_EQ(e.code(), ErrorCode::cannot_write);
        EXPECT_NE(std::string{e.what()}.find(std::to_string(::getpid())), std::string::npos);
    }
}

TEST_F(File, a_file_where_the_folder_should_be_is_refused) {
    write_file_whole(folder / "out", "x");
    EXPECT_THROW(OutputFolder{folder / "out"}, Error);
}

TEST_F(File, names_made_from_hostile_ids_stay_inside_and_differ) {
    const auto evil = safe_file_name("../../evil"), other = safe_file_name("..\\..\\evil");
    EXPECT_EQ(evil.find('/'), std::string::npos);
    EXPECT_EQ(evil.find('.'), std::string::npos);
    EXPECT_NE(evil, other);
    EXPECT_NE(safe_file_name("CON"), "CON");
    EXPECT_LE(safe_file_name(std::string(400, 'a')).size(), 120U);
    EXPECT_NE(safe_file_name(std::string(400, 'a')), safe_file_name(std::string(401, 'a')));
    EXPECT_EQ(safe_file_name("P001"), "P001");
}

TEST_F(File, sha256_of_text_and_file_agree_with_the_published_vector) {
    write_file_whole(folder / "abc", "abc");
    EXPECT_EQ(sha256_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256_of_file(folder / "abc"), sha256_of("abc"));
}

}  // namespace
}  // namespace lykta
