// Formats read through GDAL: written here with GDAL, damaged here by hand.
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "core/file.hpp"
#include "files.hpp"

namespace lykta::sources {
namespace {

using namespace testing;

enum class Declared { yes, no };

/// A small point layer with a text and a number, written with one of GDAL's drivers.
struct LayerWriter {
    GDALDataset* dataset = nullptr;
    LayerWriter(const std::string& path, const char* driver) {
        GDALAllRegister();
        dataset = GetGDALDriverManager()->GetDriverByName(driver)->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr);
    }
    ~LayerWriter() { GDALClose(dataset); }
    LayerWriter(const LayerWriter&) = delete;
    LayerWriter& operator=(const LayerWriter&) = delete;
    OGRLayer* layer(const char* name, Declared declared, OGRwkbGeometryType type = wkbPoint) const {
        OGRSpatialReference system;
        system.importFromEPSG(3006);
        auto* made = dataset->CreateLayer(name, declared == Declared::yes ? &system : nullptr, type);
        OGRFieldDefn text{"namn", OFTString}, number{"tal", OFTReal};
        made->CreateField(&text);
        made->CreateField(&number);
        return made;
    }
    static void add(OGRLayer* layer, const char* wkt, const char* text, double number) {
        OGRFeature feature{layer->GetLayerDefn()};
        OGRGeometry* shape = nullptr;
        if (wkt != nullptr) OGRGeometryFactory::createFromWkt(wkt, nullptr, &shape);
        feature.SetGeometryDirectly(shape);
        feature.SetField("namn", text);
        feature.SetField("tal", number);
        ASSERT_EQ(layer->CreateFeature(&feature), OGRERR_NONE);
    }
};

std::string refusal(const std::string& path, const ReadOptions& options = {}) {
    set_language(Language::english);
    try {
        (void)read_source(path, options);
    } catch (const Error& error) {
        return error.what();
    }
    ADD_FAILURE() << path << " was read";
    return {};
}

std::string geopackage(const TemporaryFolder& folder, int features = 3) {
    const auto path = (folder.path() / "lager.gpkg").string();
    const LayerWriter writer{path, "GPKG"};
    auto* layer = writer.layer("brott", Declared::yes);
    for (int i = 0; i < features; ++i) LayerWriter::add(layer, "POINT (536823.9 6473033.1)", "Ågatan", 2.5 + i);
    return path;
}

TEST(ReadGdal, a_geopackage_gives_rows_attributes_and_its_system) {
    const TemporaryFolder folder;
    const auto source = read_source(geopackage(folder));
    EXPECT_EQ(source.found.format, "GPKG");
    EXPECT_EQ(source.found.layer, "brott");
    EXPECT_EQ(source.found.declared_crs, "EPSG:3006");
    EXPECT_EQ(row_cells(source.table, 1), (std::vector<std::string>{"Ågatan", "3.5"}));
    EXPECT_EQ(std::get<Point>(source.table.geometry(0)), (Point{536823.9, 6473033.1}));
    EXPECT_EQ(source.table.row_number(0), 1);
    EXPECT_EQ(source.account.row_word, "feature");
    EXPECT_TRUE(source.account.balances());
}

TEST(ReadGdal, missing_and_empty_geometries_are_set_aside) {
    const TemporaryFolder folder;
    const auto path = (folder.path() / "lager.gpkg").string();
    {
        const LayerWriter writer{path, "GPKG"};
        auto* layer = writer.layer("brott", Declared::no);
        LayerWriter::add(layer, "POINT (1 2)", "a", 1);
        LayerWriter::add(layer, nullptr, "b", 1);
        LayerWriter::add(layer, "POINT EMPTY", "c;\"d", 1);
    }
    const auto source = read_source(path);
    EXPECT_EQ(rows_for(source, Reason::no_geometry), (std::vector<std::int64_t>{2, 3}));
    EXPECT_EQ(source.account.set_aside[1].raw, "\"c;\"\"d\";1");
    EXPECT_EQ(source.found.declared_crs, "");
    EXPECT_TRUE(has(source.found.crs_note, "brott"));
}

TEST(ReadGdal, several_layers_are_listed_and_one_can_be_named) {
    const TemporaryFolder folder;
    const auto path = (folder.path() / "lager.gpkg").string();
    {
        const LayerWriter writer{path, "GPKG"};
        LayerWriter::add(writer.layer("brott_2023", Declared::yes), "POINT (1 2)", "a", 1);
        LayerWriter::add(writer.layer("brott_2024", Declared::yes), "POINT (1 2)", "b", 1);
    }
    EXPECT_TRUE(has(refusal(path), "brott_2023 (1), brott_2024 (1)"));
    EXPECT_EQ(read_source(path, {.layer = "brott_2024"}).table.cell(0, 0), "b");
    EXPECT_TRUE(has(refusal(path, {.layer = "brott"}), "there is no layer"));
}

TEST(ReadGdal, a_cut_or_overwritten_database_is_refused_whole) {
    const TemporaryFolder folder;
    const auto bytes = read_file(geopackage(folder, 2000));
    EXPECT_TRUE(has(refusal(folder.write("cut.gpkg", bytes.substr(0, bytes.size() * 2 / 3))), "damaged"));
    auto holed = bytes;
    for (std::size_t i = holed.size() / 2; i < holed.size() / 2 + 20000; ++i) holed[i] = 'x';
    EXPECT_TRUE(has(refusal(folder.write("holed.gpkg", holed)), "damaged"));
    EXPECT_TRUE(has(refusal(folder.write("tom.gpkg", "")), "empty"));
    EXPECT_TRUE(has(refusal(folder.write("text.gpkg", "id;N;E\n")), "no GeoPackage"));
}

std::string shapefile(const TemporaryFolder& folder, const char* name = "lager") {
    const auto path = (folder.path() / (std::string{name} + ".shp")).string();
    const LayerWriter writer{path, "ESRI Shapefile"};
    auto* layer = writer.layer(name, Declared::yes);
    for (int i = 0; i < 3; ++i) LayerWriter::add(layer, "POINT (536823.9 6473033.1)", "Ågatan", i);
    return path;
}

TEST(ReadGdal, a_shapefile_without_its_companions_says_which_is_missing) {
    const TemporaryFolder folder;
    const auto path = shapefile(folder);
    std::filesystem::remove(folder.path() / "lager.prj");
    const auto no_projection = read_source(path);
    EXPECT_EQ(no_projection.found.declared_crs, "");
    EXPECT_TRUE(has(no_projection.found.crs_note, ".prj"));
    std::filesystem::remove(folder.path() / "lager.dbf");
    const auto no_attributes = read_source(path);
    ASSERT_NE(issue(no_attributes, "no_attributes"), nullptr);
    EXPECT_TRUE(has(issue(no_attributes, "no_attributes")->message, ".dbf"));
    EXPECT_EQ(no_attributes.table.rows(), 3U);
    std::filesystem::remove(folder.path() / "lager.shx");
    EXPECT_TRUE(has(refusal(path), ".shx"));
}

TEST(ReadGdal, a_cut_shapefile_keeps_its_whole_shapes_and_says_the_rest_is_missing) {
    const TemporaryFolder folder;
    const auto path = shapefile(folder);
    const auto bytes = read_file(path);
    (void)folder.write("lager.shp", bytes.substr(0, bytes.size() - 10));
    const auto source = read_source(path);
    EXPECT_EQ(source.table.rows(), 2U);
    EXPECT_EQ(rows_for(source, Reason::invalid_geometry).size(), 1U);
    ASSERT_NE(issue(source, "file_cut"), nullptr);
    EXPECT_TRUE(has(issue(source, "file_cut")->message, "lager.shp"));
}

TEST(ReadGdal, attributes_in_windows_1252_are_read_without_a_code_page_file) {
    const TemporaryFolder folder;
    const auto path = shapefile(folder);
    std::filesystem::remove(folder.path() / "lager.cpg");
    auto bytes = read_file(folder.path() / "lager.dbf");
    for (auto at = bytes.find("\xC3\x85"); at != std::string::npos; at = bytes.find("\xC3\x85"))
        bytes.replace(at, 2, "\xC5 ");
    for (auto at = bytes.find("\xC5 gatan"); at != std::string::npos; at = bytes.find("\xC5 gatan"))
        bytes.replace(at, 7, "\xC5gatan ");
    (void)folder.write("lager.dbf", bytes);
    EXPECT_EQ(read_source(path).table.cell(0, 0), "Ågatan");
}

TEST(ReadGdal, a_spreadsheet_gives_sheet_rows_and_ignores_empty_sheets) {
    const TemporaryFolder folder;
    const auto path = (folder.path() / "brott.xlsx").string();
    {
        const LayerWriter writer{path, "XLSX"};
        auto* layer = writer.layer("Blad1", Declared::no, wkbNone);
        OGRFieldDefn when{"tid", OFTDateTime}, id{"id", OFTInteger64};
        layer->CreateField(&when);
        layer->CreateField(&id);
        for (int i = 0; i < 2; ++i) {
            OGRFeature feature{layer->GetLayerDefn()};
            feature.SetField("namn", "Rån");
            feature.SetField("tal", 6473033.1);
            feature.SetField("tid", 2024, 1, 3, 21, 40, 0.0F, 0);
            feature.SetField("id", static_cast<GIntBig>(1000 + i));
            ASSERT_EQ(layer->CreateFeature(&feature), OGRERR_NONE);
        }
        (void)writer.layer("Blad2", Declared::no, wkbNone);
    }
    const auto source = read_source(path);
    EXPECT_EQ(source.account.row_word, "row");
    EXPECT_FALSE(source.table.has_geometry());
    EXPECT_EQ(source.table.row_number(0), 2);
    EXPECT_EQ(row_cells(source.table, 0),
              (std::vector<std::string>{"Rån", "6473033.1", "2024-01-03 21:40:00", "1000"}));
}

TEST(ReadGdal, a_zipped_shapefile_is_read_where_it_lies) {
    const TemporaryFolder folder;
    (void)shapefile(folder);
    const auto archive = (folder.path() / "lager.zip").string();
    for (const char* part : {"lager.shp", "lager.shx", "lager.dbf", "lager.prj", "lager.cpg"}) {
        if (!std::filesystem::exists(folder.path() / part)) continue;
        const auto bytes = read_file(folder.path() / part);
        auto* to = VSIFOpenL(("/vsizip/" + archive + "/" + part).c_str(), "wb");
        ASSERT_NE(to, nullptr);
        VSIFWriteL(bytes.data(), 1, bytes.size(), to);
        VSIFCloseL(to);
    }
    const auto source = read_source(archive);
    EXPECT_EQ(source.table.rows(), 3U);
    EXPECT_EQ(source.found.declared_crs, "EPSG:3006");
}

TEST(ReadGdal, text_and_web_pages_called_xls_and_workbooks_called_csv_are_known_for_what_they_are) {
    EXPECT_EQ(read_text("id\ttyp\n1\tRån\n", "export.xls").found.delimiter, "tab");
    EXPECT_TRUE(has(error_of("<html><table></table></html>", "export.xls"), "web page"));
}

TEST(ReadGdal, an_unknown_format_is_refused_and_nothing_is_printed) {
    ::testing::internal::CaptureStderr();
    EXPECT_TRUE(has(error_of("rubbish", "a.mdb"), "a.mdb"));
    EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
}

}  // namespace
}  // namespace lykta::sources
