// Street names: a theme gives stems and endings; a name is stem + ending, the first pair not used yet.
#include "names.hpp"

#include <sstream>
#include <stdexcept>
#include <vector>

namespace exempelstad {

namespace {

struct Theme {
    std::string_view key, stems, endings, short_endings;
};

constexpr Theme themes[] = {
    {"stad",
     "Nygatan Köpmangatan Smedjegatan Skolgatan Kyrkogatan Trädgårdsgatan Slottsgatan Repslagaregatan Apotekaregatan "
     "Bredgatan Badhusgatan Tullgatan Hospitalsgatan Prästgatan Klostergatan Lasarettsgatan Bryggaregatan "
     "Vattugatan Gamla@Torggatan Läroverksgatan Teatergatan Stationsgatan Postgatan Riddaregatan Borgmästaregatan "
     "Garvaregatan Färgaregatan Hantverkaregatan Snickaregatan Handskmakaregatan Linnégatan Vasagatan Sturegatan "
     "Birgersgatan Oskarsgatan Karlsgatan Gustavsgatan Magasinsgatan Fabriksgatan Brogatan Kvarngatan Bokhållaregatan "
     "Parkgatan Villagatan Fredsgatan Tegelgatan Vallgatan Östgötagatan Kaserngatan Exercisgatan Skeppargatan "
     "Bagaregatan Slaktaregatan Tunnbindaregatan Urmakaregatan Guldsmedsgatan Bokbindaregatan Kopparslagaregatan "
     "Rådhusgatan Tingsgatan Sparbanksgatan Saluhallsgatan Telegrafgatan Ågatan Södergatan Norrgatan Östergatan "
     "Västergatan Gasverksgatan Mejerigatan Gjutaregatan Ringaregatan Klockaregatan Kantorsgatan Domaregatan",
     "", ""},
    {"hamn", "Kajgatan Sjömansgatan Skepparegatan Ankargatan Lotsgatan Segelgatan Båtsmansgatan Varvsgatan", "", ""},
    {"musik",
     "Visdiktar Polsk Vals Trumpetar Fiol Cello Flöjt Pukslagar Lut Dragspels Harp Klarinett Spelmans Kantat "
     "Menuett Tango Ballad Sonat",
     "gatan vägen", "gränd gången"},
    {"hantverk", "Vävar Krukmakar Korgmakar Hattmakar Svarvar Plåtslagar Sadelmakar Kakelugns Glasblåsar Knyppel Lin",
     "gatan vägen", "gränd gången"},
    {"rymd",
     "Stjärn Månskens Komet Planet Satellit Neptunus Saturnus Jupiter Merkurius Venus Norrskens Solur Raket Meteor "
     "Zenit "
     "Polstjärne Karlavagns Vintergats",
     "gatan vägen", "gränd gången"},
    {"land",
     "Skörde Lie Kärn Höbärgar Råg Vete Havre Korn Plog Harv Så Logbo Loft Stadel Åker Ängs Hag Betes Klöver Vall",
     "gatan vägen", "gränd gången"},
    {"skog",
     "Gran Tall Kott Moss Lingon Barr Skogsdunge Älg Räv Grävlings Har Ekorr Lo Orr Tjäder Järp Mård Ugglas "
     "Skogsbryns Lav Timmer Stubb Bergs Kolar Jägar Flotar Ljung",
     "vägen stigen", "stigen gränd"},
    {"blom",
     "Prästkrage Blåklint Vallmo Lupin Riddarsporre Tulpan Narciss Krokus Hyacint Iris Liljekonvaljs Blåsipp "
     "Vitsipp Gullviv Viol Pion Dahlia Malva Smörblomme Ringblomme",
     "vägen stigen", "stigen gränd"},
    {"fågel",
     "Lärk Tärn Sval Gök Star Trast Sparv Domherre Sisk Bofink Rödhake Gulsparvs Mes Ejder Tran Häger "
     "Vipe Falk Örn Duv Tornsvale Näktergals Koltrast Steglits",
     "vägen gatan", "stigen gränd"},
    {"ros",
     "Nypon Törnros Klätterros Rosenhills Syren Jasmin Kaprifol Schersmin Forsythia Hortensia Magnolia Spirea "
     "Rhododendron Azalea Berberis Snöbärs Oxel Häggmispel Hagtorns Slån Benved Måbärs Liguster Idegrans "
     "Murgröns Klematis Humle Astilbe Akleja Lavendel Salvia Timjan Rosmarin",
     "vägen stigen", "stigen gränd"},
    {"å", "Å Bro Damm Fors Sluss Kvist Näckros Säv Vass Kräft Gädd Abborr Mört Lax Öring Utter Bäver Strömstare",
     "vägen gatan", "stigen gränd"},
    {"kvarn",
     "Mjölnar Kvarnby Sten Hjul Damm Vind Rönndals Backa Kulla Sörgårds Norrgårds Hemmans Torpar Stugu Grind "
     "Gärdsgårds Brunns Lada Smedbo Kvarnbacks Mjöl Sikt Kross Vinge Axel",
     "vägen stigen", "stigen gränd"},
    {"träd",
     "Björk Ek Lönn Ask Alm Rönn Hassel Lind Bok Poppel Pil Sälg Asp Al Hägg Kastanj Avenboks Lärkträds Cypress "
     "Ceder Enbärs Platan Valnöts Mullbärs Robinia Körsbärs Päron Äppel Plommon",
     "vägen stigen", "stigen gränd"},
    {"bär",
     "Smultron Hallon Blåbärs Hjortron Odon Åkerbärs Krusbärs Vinbärs Björnbärs Jordgubbs Tranbärs Kråkbärs "
     "Fläder Stenbärs Mjölon",
     "vägen stigen", "stigen gränd"},
    {"verk",
     "Verkstads Metall Svets Truck Maskin Hydraul Kolv Turbin Motor Lager Terminal Gjuteri Verktygs Plåt Elektro "
     "Kabel Transformator Pump Ventil Kugghjuls",
     "gatan vägen", "gatan vägen"},
};

std::vector<std::string> words(std::string_view text) {
    std::istringstream in{std::string(text)};
    std::vector<std::string> all;
    for (std::string word; in >> word;) {
        for (char& c : word)
            if (c == '@') c = ' ';
        all.push_back(word);
    }
    return all;
}

}  // namespace

std::string StreetNames::next(std::string_view theme, double length_m) {
    for (const Theme& t : themes) {
        if (t.key != theme) continue;
        auto endings = words(length_m < 130 ? t.short_endings : t.endings);
        for (const auto& more : words(length_m < 130 ? t.endings : t.short_endings)) endings.push_back(more);
        if (endings.empty()) endings.emplace_back();
        for (const std::string_view quarter : {"", "Norra ", "Södra ", "Lilla ", "Övre ", "Nedre "})
            for (const auto& ending : endings)
                for (const auto& stem : words(t.stems))
                    if (auto name = std::string(quarter) + stem + ending; m_used.insert(name).second) return name;
    }
    throw std::logic_error("no street name left in theme " + std::string(theme));
}

}  // namespace exempelstad
