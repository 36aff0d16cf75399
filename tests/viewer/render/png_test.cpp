#include "offscreen.hpp"

namespace lykta::viewer {
namespace {

Picture small_picture() {
    Picture picture{3, 2, {}};
    for (int i = 0; i < 24; ++i) picture.rgba.push_back(static_cast<std::uint8_t>(i % 4 == 3 ? 255 - i : i * 10));
    return picture;
}

TEST(Png, APictureWrittenAndReadIsTheSame) {
    const std::string path = picture_path("round_trip");
    write_png(small_picture(), path);
    const Picture read = read_png(path);
    EXPECT_EQ(read.width, 3);
    EXPECT_EQ(read.height, 2);
    EXPECT_EQ(read.rgba, small_picture().rgba);
}

TEST(Png, AFileThatIsNoPictureIsRefusedByName) {
    try {
        (void)read_png(std::string(LYKTA_ROOT) + "/CMakeLists.txt");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::cannot_read);
        EXPECT_NE(std::string(error.what()).find("CMakeLists.txt"), std::string::npos);
    }
}

TEST(Png, AFolderThatIsNotThereCannotBeWritten) {
    EXPECT_THROW(write_png(small_picture(), "/nowhere/at/all.png"), Error);
}

TEST(Difference, IsTheShareOfPixelsBeyondTheTolerance) {
    const Picture a = small_picture();
    Picture b = a;
    b.rgba[0] = static_cast<std::uint8_t>(b.rgba[0] + 5);
    b.rgba[9] = static_cast<std::uint8_t>(b.rgba[9] + 20);
    EXPECT_DOUBLE_EQ(difference(a, a, 0), 0);
    EXPECT_DOUBLE_EQ(difference(a, b, 4), 2.0 / 6);
    EXPECT_DOUBLE_EQ(difference(a, b, 5), 1.0 / 6);
}

TEST(Difference, OfPicturesOfTwoSizesIsWhole) {
    Picture turned = small_picture();
    std::swap(turned.width, turned.height);
    EXPECT_DOUBLE_EQ(difference(small_picture(), turned, 255), 1);
}

}  // namespace
}  // namespace lykta::viewer
