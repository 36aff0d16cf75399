// Loading and unpacking with limits.
#include "sources/unpack.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <memory>

#include "core/error.hpp"
#include "core/file.hpp"
#include "core/language.hpp"
#include "sources/text.hpp"

namespace lykta::sources {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t ratio_counts_from = std::int64_t{16} << 20;

[[noreturn]] void refuse_growth(const std::string& name, const ReadOptions& options, bool ratio) {
    if (ratio)
        throw Error{ErrorCode::cannot_read,
                    say("{0}: unpacks to more than {1} times its size, over the limit (max_ratio); nothing was read. "
                        "Unpack it yourself if you trust it",
                        name, options.max_ratio)};
    throw Error{
        ErrorCode::cannot_read,
        say("{0}: unpacks to more than the limit of {1} bytes (max_bytes); nothing was read", name, options.max_bytes)};
}

void check_growth(std::int64_t unpacked, std::int64_t packed, const std::string& name, const ReadOptions& options) {
    if (unpacked > options.max_bytes) refuse_growth(name, options, false);
    const double ratio = static_cast<double>(unpacked) / static_cast<double>(std::max<std::int64_t>(packed, 1));
    if (unpacked > ratio_counts_from && ratio > options.max_ratio) refuse_growth(name, options, true);
}

/// zlib's state, freed whatever happens.
struct Inflater {
    z_stream stream{};
    Inflater() { inflateInit2(&stream, 15 + 16); }
    ~Inflater() { inflateEnd(&stream); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
};

/// libarchive turns entry names into the locale's letters. While this lives, the letters of this thread are UTF-8;
/// numbers and everything else keep the program's own locale.
class Utf8Names {
public:
    Utf8Names() : m_utf8(newlocale(LC_CTYPE_MASK, "C.UTF-8", duplocale(uselocale(nullptr)))) {
        if (m_utf8 != nullptr) m_before = uselocale(m_utf8);
    }
    ~Utf8Names() {
        if (m_utf8 == nullptr) return;
        uselocale(m_before);
        freelocale(m_utf8);
    }
    Utf8Names(const Utf8Names&) = delete;
    Utf8Names& operator=(const Utf8Names&) = delete;

private:
    locale_t m_utf8, m_before = nullptr;
};

using ArchiveReader = std::unique_ptr<archive, decltype(&archive_read_free)>;

[[noreturn]] void refuse_archive(const fs::path& path, archive* reader) {
    const char* why = archive_error_string(reader);
    throw Error{ErrorCode::cannot_read, say("{0}: the archive is damaged ({1}); fetch the file again",
                                            path.filename().string(), why != nullptr ? why : "?")};
}

ArchiveReader open_archive(const fs::path& path) {
    ArchiveReader reader{archive_read_new(), &archive_read_free};
    archive_read_support_format_zip(reader.get());
    archive_read_support_filter_none(reader.get());
    // Names without the UTF-8 mark come from Windows' own packer, which writes them in the DOS code page.
    archive_read_set_format_option(reader.get(), "zip", "hdrcharset", "CP850");
    if (archive_read_open_filename(reader.get(), path.c_str(), 1 << 16) != ARCHIVE_OK)
        refuse_archive(path, reader.get());
    return reader;
}

/// The next entry, or nullptr at the end. A warning (a name in an unknown encoding) is no damage.
archive_entry* next_entry(const fs::path& path, archive* reader) {
    archive_entry* entry = nullptr;
    const int result = archive_read_next_header(reader, &entry);
    if (result == ARCHIVE_EOF) return nullptr;
    if (result != ARCHIVE_OK && result != ARCHIVE_WARN) refuse_archive(path, reader);
    return entry;
}

std::string name_of(archive_entry* entry) {
    if (const char* utf8 = archive_entry_pathname_utf8(entry)) return utf8;
    if (const char* raw = archive_entry_pathname(entry)) return raw;
    return {};
}

bool is_leftover(std::string_view name) {
    const auto base = name.substr(name.find_last_of('/') == name.npos ? 0 : name.find_last_of('/') + 1);
    return name.starts_with("__MACOSX/") || base.empty() || base.front() == '.' || base == "Thumbs.db" ||
           base == "desktop.ini";
}

void check_entry(const fs::path& path, archive_entry* entry, const std::string& name) {
    const auto file = path.filename().string();
    if (leaves_folder(name))
        throw Error{
            ErrorCode::cannot_read,
            say("{0}: the archive holds an entry that leaves its folder ({1}); such archives are made to do harm "
                "and are not read",
                file, shortened(name))};
    if (archive_entry_is_encrypted(entry) != 0)
        throw Error{ErrorCode::cannot_read,
                    say("{0}: the archive is locked with a password; unpack it yourself", file)};
}

}  // namespace

std::string load_file(const fs::path& path, const ReadOptions& options) {
    std::error_code failed;
    const auto status = fs::status(path, failed);
    if (!fs::exists(status))
        throw Error{ErrorCode::cannot_read,
                    say("{}: there is no such file; check the name and the folder", path.string())};
    if (fs::is_regular_file(status) && static_cast<std::int64_t>(fs::file_size(path, failed)) > options.max_bytes)
        throw Error{ErrorCode::cannot_read, say("{0}: the file is larger than the limit of {1} bytes (max_bytes)",
                                                path.filename().string(), options.max_bytes)};
    return read_file(path);
}

std::string gunzip(std::string_view packed, const std::string& name, const ReadOptions& options) {
    Inflater inflater;
    auto& stream = inflater.stream;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(std::min<std::size_t>(packed.size(), UINT32_MAX));
    std::string bytes;
    std::size_t used = 0;
    while (true) {
        if (used == bytes.size()) bytes.resize(std::max<std::size_t>(std::size_t{1} << 20, bytes.size() * 2));
        const auto room = std::min<std::size_t>(bytes.size() - used, std::size_t{1} << 24);
        stream.next_out = reinterpret_cast<Bytef*>(bytes.data() + used);
        stream.avail_out = static_cast<uInt>(room);
        const int result = inflate(&stream, Z_NO_FLUSH);
        used += room - stream.avail_out;
        check_growth(static_cast<std::int64_t>(used), static_cast<std::int64_t>(packed.size()), name, options);
        if (result == Z_STREAM_END) {
            const bool another = stream.avail_in > 1 && stream.next_in[0] == 0x1F && stream.next_in[1] == 0x8B;
            if (!another) break;
            inflateReset(&stream);
        } else if (result != Z_OK || (stream.avail_in == 0 && stream.avail_out > 0)) {
            throw Error{
                ErrorCode::cannot_read,
                say("{}: the packed file is damaged or cut short; nothing of it is used. Fetch it again", name)};
        }
    }
    bytes.resize(used);
    return bytes;
}

bool leaves_folder(std::string_view name) {
    if (name.starts_with('/') || name.starts_with('\\')) return true;
    if (name.size() > 1 && is_ascii_letter(name[0]) && name[1] == ':') return true;
    for (std::size_t begin = 0; begin <= name.size();) {
        const auto end = std::min(name.find_first_of("/\\", begin), name.size());
        if (name.substr(begin, end - begin) == "..") return true;
        begin = end + 1;
    }
    return false;
}

std::vector<ArchiveEntry> list_archive(const fs::path& path, const ReadOptions& options) {
    const Utf8Names names;
    const auto reader = open_archive(path);
    std::vector<ArchiveEntry> entries;
    std::error_code failed;
    const auto packed = static_cast<std::int64_t>(fs::file_size(path, failed));
    std::int64_t total = 0;
    while (auto* entry = next_entry(path, reader.get())) {
        const auto name = name_of(entry);
        check_entry(path, entry, name);
        if (archive_entry_filetype(entry) != AE_IFREG || is_leftover(name)) continue;
        const auto stated = archive_entry_size_is_set(entry) != 0 ? archive_entry_size(entry) : 0;
        total += std::max<std::int64_t>(stated, 0);
        check_growth(total, packed, path.filename().string(), options);
        entries.push_back({name, stated});
    }
    return entries;
}

std::string unpack_entry(const fs::path& path, const std::string& wanted, const ReadOptions& options) {
    const Utf8Names names;
    const auto reader = open_archive(path);
    std::error_code failed;
    const auto packed = static_cast<std::int64_t>(fs::file_size(path, failed));
    while (auto* entry = next_entry(path, reader.get())) {
        if (name_of(entry) != wanted) continue;
        std::string bytes;
        std::vector<char> block(1 << 18);
        while (const auto got = archive_read_data(reader.get(), block.data(), block.size())) {
            if (got < 0) refuse_archive(path, reader.get());
            bytes.append(block.data(), static_cast<std::size_t>(got));
            check_growth(static_cast<std::int64_t>(bytes.size()), packed, path.filename().string(), options);
        }
        return bytes;
    }
    throw Error{ErrorCode::internal, path.filename().string() + ": " + wanted};
}

}  // namespace lykta::sources
