// Which streets are tunnels, by the word for their kind.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "given.hpp"

using namespace lykta;
using namespace lykta::layers;
using namespace lykta::layers::testing;

namespace {

bool reads_as_tunnel(const std::string& kind) {
    const auto path = given(
        fmt::format(
            R"({{"type":"FeatureCollection","crs":{{"type":"name","properties":{{"name":"urn:ogc:def:crs:EPSG::3006"}}}},
"features":[{{"type":"Feature","geometry":{{"type":"LineString","coordinates":[[674000,6580000],[674100,6580000]]}},
"properties":{{"typ":"{}"}}}}]}})",
            kind),
        ".geojson");
    return read_streets(options(path, "", LayerKind::streets), sweref()).streets.at(0).tunnel;
}

}  // namespace

TEST(Tunnels, are_known_by_the_word_for_their_kind) {
    for (const auto* kind :
         {"gångtunnel", "Gångtunnel", "tunnel", "GC-tunnel", "underpass", "gångport", "port", "viadukt under väg"}) {
        EXPECT_TRUE(reads_as_tunnel(kind)) << kind;
    }
}

TEST(Tunnels, are_not_bridges_transport_routes_or_plain_paths) {
    for (const auto* kind : {"gcväg", "gata", "viadukt", "transportled", "gångväg", ""}) {
        EXPECT_FALSE(reads_as_tunnel(kind)) << kind;
    }
}
