#include "core/hash.hpp"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <memory>
#include <vector>

#include "core/error.hpp"
#include "core/language.hpp"

namespace lykta {

namespace {

using Digest = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

Digest start() {
    Digest digest{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
    if (!digest || EVP_DigestInit_ex(digest.get(), EVP_sha256(), nullptr) != 1)
        throw Error{ErrorCode::internal, "SHA-256 is not available in the OpenSSL library"};
    return digest;
}

std::string finish(const Digest& digest) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned int length = 0;
    EVP_DigestFinal_ex(digest.get(), bytes.data(), &length);
    std::string hex;
    for (unsigned int i = 0; i < length; ++i) hex += fmt::format("{:02x}", bytes[i]);
    return hex;
}

}  // namespace

std::string sha256_of(std::string_view bytes) {
    const auto digest = start();
    EVP_DigestUpdate(digest.get(), bytes.data(), bytes.size());
    return finish(digest);
}

std::string sha256_of_file(const std::filesystem::path& path) {
    std::ifstream in{path, std::ios::binary};
    if (!in) throw Error{ErrorCode::cannot_read, say("{}: cannot be opened; does the file exist?", path.string())};
    const auto digest = start();
    std::vector<char> block(1 << 20);
    while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0)
        EVP_DigestUpdate(digest.get(), block.data(), static_cast<std::size_t>(in.gcount()));
    return finish(digest);
}

}  // namespace lykta
