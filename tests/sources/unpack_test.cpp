// Packed files: what they may grow to, where their entries may point, which of them is read.
#include "sources/unpack.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <zlib.h>

#include "files.hpp"

namespace lykta::sources {
namespace {

using namespace testing;

std::string gzip(const std::string& bytes) {
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
    std::string packed(compressBound(bytes.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

struct Entry {
    std::string name, bytes;
};
std::string zip(const TemporaryFolder& folder, const std::vector<Entry>& entries) {
    const auto path = (folder.path() / "paket.zip").string();
    auto* writer = archive_write_new();
    archive_write_set_format_zip(writer);
    archive_write_open_filename(writer, path.c_str());
    for (const auto& [name, bytes] : entries) {
        auto* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_write_header(writer, entry);
        archive_write_data(writer, bytes.data(), bytes.size());
        archive_entry_free(entry);
    }
    archive_write_free(writer);
    return path;
}
std::string zip_error(const std::vector<Entry>& entries, const ReadOptions& options = {}) {
    set_language(Language::english);
    const TemporaryFolder folder;
    try {
        (void)read_source(zip(folder, entries), options);
    } catch (const Error& error) {
        return error.what();
    }
    ADD_FAILURE() << "the archive was read";
    return {};
}

const std::string table = "id;N;E\n1;6473033,10;536823,90\n";

TEST(Unpack, gzip_is_read_whole_and_in_several_members) {
    EXPECT_EQ(gunzip(gzip(table) + gzip("2;1;2\n"), "a.csv.gz", {}), table + "2;1;2\n");
    const auto source = read_text(gzip(table), "a.csv.gz");
    EXPECT_EQ(source.table.rows(), 1U);
    EXPECT_EQ(source.account.source, "a.csv.gz");
    EXPECT_EQ(read_text(gzip(table), "a.csv").table.rows(), 1U);  // gzip under a plain name
}

TEST(Unpack, a_cut_or_damaged_gzip_is_refused) {
    const auto packed = gzip(std::string(5000, 'a') + table);
    EXPECT_THROW((void)gunzip(packed.substr(0, packed.size() - 9), "a", {}), Error);
    auto damaged = packed;
    damaged[packed.size() / 2] = static_cast<char>(damaged[packed.size() / 2] ^ 0x55);
    EXPECT_THROW((void)gunzip(damaged, "a", {}), Error);
    EXPECT_THROW((void)gunzip("\x1F\x8B", "a", {}), Error);
}

TEST(Unpack, growth_over_size_or_ratio_is_refused_naming_the_limit) {
    const auto packed = gzip(std::string(17 << 20, 'a'));
    EXPECT_TRUE(has(error_of(packed, "a.csv.gz"), "limit"));
    EXPECT_TRUE(has(error_of(gzip(table), "a.csv.gz", {.max_bytes = 10}), "limit"));
    EXPECT_EQ(gunzip(gzip(std::string(1 << 20, 'a')), "a", {}).size(),
              1U << 20);  // small files may pack as well as they like
}

TEST(Unpack, entries_that_leave_the_folder_are_seen_in_every_spelling) {
    for (const char* name : {"../evil.csv", "../../evil.csv", "a/../../b", "/etc/passwd", "\\evil", "..\\evil",
                             "a\\..\\..\\b", "C:\\x", "c:x", ".."})
        EXPECT_TRUE(leaves_folder(name)) << name;
    for (const char* name : {"a.csv", "mapp/a.csv", "..a/b", "a..b", "mapp/..b.csv", "åäö.csv"})
        EXPECT_FALSE(leaves_folder(name)) << name;
}

TEST(Unpack, a_zip_with_one_table_is_read_and_leftovers_do_not_count) {
    const TemporaryFolder folder;
    const auto source =
        read_source(zip(folder, {{"mapp/brott åäö.csv", table}, {"__MACOSX/._brott.csv", "x"}, {"läsmig.pdf", "x"}}));
    EXPECT_EQ(source.table.rows(), 1U);
    EXPECT_EQ(source.account.source, "paket.zip");
}

TEST(Unpack, a_zip_with_several_tables_lists_them_and_one_can_be_named) {
    EXPECT_TRUE(has(zip_error({{"a.csv", table}, {"b.csv", table}}), "a.csv, b.csv"));
    const TemporaryFolder folder;
    EXPECT_EQ(
        read_source(zip(folder, {{"a.csv", table}, {"b.csv", table + "2;1;2\n"}}), {.layer = "b.csv"}).table.rows(),
        2U);
    EXPECT_TRUE(has(zip_error({{"a.pdf", "x"}}), "a.pdf"));
}

TEST(Unpack, hostile_zips_are_refused) {
    EXPECT_TRUE(has(zip_error({{"../../evil.csv", table}, {"brott.csv", table}}), "../../evil.csv"));
    EXPECT_TRUE(has(zip_error({{"brott.csv", std::string(17 << 20, 'a')}}), "limit"));
    EXPECT_TRUE(has(error_of("PK\x03\x04rubbish", "a.zip"), "damaged"));
}

}  // namespace
}  // namespace lykta::sources
