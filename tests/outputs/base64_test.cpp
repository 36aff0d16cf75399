#include "outputs/base64.hpp"

#include <gtest/gtest.h>

namespace lykta::outputs {
namespace {

TEST(Base64, gives_the_words_of_rfc_4648) {
    const char* words[][2] = {{"", ""},
                              {"f", "Zg=="},
                              {"fo", "Zm8="},
                              {"foo", "Zm9v"},
                              {"foob", "Zm9vYg=="},
                              {"fooba", "Zm9vYmE="},
                              {"foobar", "Zm9vYmFy"}};
    for (const auto& [bytes, text] : words) EXPECT_EQ(base64(bytes), text);
}

TEST(Base64, bytes_over_127_are_bytes) {
    EXPECT_EQ(base64("\xff\xfe\xfd"), "//79");
}

}  // namespace
}  // namespace lykta::outputs
