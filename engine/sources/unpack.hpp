// Getting at the bytes: plain files, gzip, and zip archives, with limits on what they may grow to.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "sources/read_source.hpp"

namespace lykta::sources {

/// \throws Error{cannot_read} missing, a folder, unreadable, or larger than options.max_bytes
[[nodiscard]] std::string load_file(const std::filesystem::path& path, const ReadOptions& options);

/// Unpacks gzip (also several members one after another). `name` is for messages.
/// The ratio counts only past 16 MiB: a small file harms nobody however well it packs.
/// \throws Error{cannot_read} damaged, cut short, over max_bytes or max_ratio
[[nodiscard]] std::string gunzip(std::string_view packed, const std::string& name, const ReadOptions& options);

struct ArchiveEntry {
    std::string name;
    std::int64_t bytes = 0;  ///< unpacked, as the archive states it
};
/// Files in a zip, without folders and without what Macintosh and Windows leave behind.
/// \throws Error{cannot_read} damaged, encrypted, an entry that leaves the folder, or a stated size over the limits
[[nodiscard]] std::vector<ArchiveEntry> list_archive(const std::filesystem::path& path, const ReadOptions& options);

[[nodiscard]] std::string unpack_entry(const std::filesystem::path& path, const std::string& entry,
                                       const ReadOptions& options);

/// Does a name in an archive point outside the folder it would be unpacked in ("../x", "/x", "C:\x")?
[[nodiscard]] bool leaves_folder(std::string_view entry_name);

}  // namespace lykta::sources
