// SHA-256 of files and texts, for the manifest.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>

namespace lykta {

[[nodiscard]] std::string sha256_of(std::string_view bytes);                  ///< 64 lower-case hexadecimal digits
[[nodiscard]] std::string sha256_of_file(const std::filesystem::path& path);  ///< \throws Error{cannot_read}

}  // namespace lykta
