// The coloured ground of a light map: a grid as a small palette PNG.
#include <cpl_vsi.h>

#include <algorithm>
#include <cmath>

#include "outputs/stage_map.hpp"

namespace lykta::outputs {
namespace {

struct Picture {
    int width = 0, height = 0;
    std::vector<GByte> colour;  ///< index into lux_steps(), row 0 northmost
};

GByte step_of(double lux) {
    GByte step = 0;
    for (std::size_t i = 0; i < lux_steps().size(); ++i)
        if (lux >= lux_steps()[i].from) step = static_cast<GByte>(i);
    return step;
}

/// Mean of the cells of one square block that have a value.
double block_mean(const Grid<double>& grid, int left, int bottom, int size) {
    double sum = 0, count = 0;
    for (int row = bottom; row < std::min(bottom + size, grid.frame.rows); ++row)
        for (int column = left; column < std::min(left + size, grid.frame.columns); ++column)
            if (const double value = grid.at(column, row); std::isfinite(value)) sum += value, count += 1;
    return count > 0 ? sum / count : 0.0;
}

Picture picture_of(const Grid<double>& grid, int block) {
    Picture picture{(grid.frame.columns + block - 1) / block, (grid.frame.rows + block - 1) / block, {}};
    for (int row = picture.height - 1; row >= 0; --row)
        for (int column = 0; column < picture.width; ++column)
            picture.colour.push_back(step_of(block_mean(grid, column * block, row * block, block)));
    return picture;
}

GDALColorTable palette() {
    GDALColorTable table;
    for (std::size_t i = 0; i < lux_steps().size(); ++i) {
        const std::string colour = lux_steps()[i].colour;
        const auto part = [&](std::size_t at) {
            return static_cast<short>(std::stoi(colour.substr(at, 2), nullptr, 16));
        };
        const GDALColorEntry entry{part(1), part(3), part(5), 255};
        table.SetColorEntry(static_cast<int>(i), &entry);
    }
    return table;
}

}  // namespace

std::string lux_png(const Grid<double>& lux, int most_pixels) {
    const int block = std::max(1, (std::max(lux.frame.columns, lux.frame.rows) + most_pixels - 1) / most_pixels);
    auto picture = picture_of(lux, block);
    const char* name = "/vsimem/lykta-map.png";
    const GdalWriting writing(name);
    GdalDataset memory(GetGDALDriverManager()->GetDriverByName("MEM")->Create("", picture.width, picture.height, 1,
                                                                              GDT_Byte, nullptr));
    auto* band = memory->GetRasterBand(1);
    auto colours = palette();
    band->SetColorTable(&colours);
    const auto error = band->RasterIO(GF_Write, 0, 0, picture.width, picture.height, picture.colour.data(),
                                      picture.width, picture.height, GDT_Byte, 0, 0, nullptr);
    auto* driver = GetGDALDriverManager()->GetDriverByName("PNG");
    if (driver == nullptr || error != CE_None) writing.fail(tr("GDAL here lacks the PNG driver"));
    GdalDataset{driver->CreateCopy(name, memory.get(), FALSE, nullptr, nullptr, nullptr)}.reset();
    writing.check();
    vsi_l_offset size = 0;
    auto* bytes = VSIGetMemFileBuffer(name, &size, FALSE);
    std::string png(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    VSIUnlink(name);
    return png;
}

}  // namespace lykta::outputs
