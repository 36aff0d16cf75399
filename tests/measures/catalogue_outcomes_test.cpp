// Which kind of incident a category word means: the town's words by hand, and the real cities' as far as they are here.
#include <filesystem>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "measures/catalogue.hpp"
#include "sources/read_source.hpp"

using namespace lykta;
using namespace lykta::measures;

namespace {

std::string codes(std::string_view category) {
    const Outcomes found = outcomes_of(category);
    std::string text;
    for (int k = 0; k < outcome_count; ++k)
        if ((found & bit(static_cast<Outcome>(k))) != 0)
            text += (text.empty() ? "" : " ") + std::string(outcome_code(static_cast<Outcome>(k)));
    return text;
}

void expect_all(const std::map<std::string, std::string>& wanted) {
    for (const auto& [category, outcomes] : wanted) EXPECT_EQ(codes(category), outcomes) << category;
}

}  // namespace

TEST(CatalogueOutcomes, the_words_of_exempelstad) {
    expect_all({{"skadegörelse", "any property damage"},
                {"klotter", "any property damage"},
                {"ordningsstörning", "any nuisance"},
                {"inbrott i källarförråd", "any property burglary basement"},
                {"misshandel", "any violence"},
                {"otrygg plats", "felt"},
                {"narkotika", "any drugs"},
                {"nedskräpning", "any nuisance"},
                {"cykelstöld", "any property bicycle"},
                {"bilbrott", "any property vehicle"},
                {"rån", "any violence robbery"},
                {"hot och ofredande", "any threat"},
                {"buskörning", "any traffic"},
                {"bostadsinbrott", "any property burglary"},
                {"snatteri", "any property"},
                {"anlagd brand", "any property arson"}});
}

TEST(CatalogueOutcomes, capitals_and_order_do_not_matter) {
    EXPECT_EQ(codes("INBROTT I KÄLLARFÖRRÅD"), codes("inbrott i källarförråd"));
    EXPECT_EQ(codes("Källarförråd, inbrott"), codes("inbrott i källarförråd"));
    EXPECT_EQ(codes(""), "any");
}

TEST(CatalogueOutcomes, words_that_only_look_alike) {
    expect_all({{"Trafikolycka, smitning från", "any"},    // no robbery in "från", and an accident is no offence
                {"Rattfylleri", "any traffic"},            // not drunk and disorderly
                {"Mordbrand", "any property arson"},       // nobody murdered
                {"Motorfordon, anträffat stulet", "any"},  // found again
                {"motorcykelstöld", "any property vehicle"},
                {"Fires Not Arson", "any"},
                {"Accident Property Damage", "any"},
                {"skadegörelse i källare", "any property damage"},
                {"bilinbrott", "any property vehicle"},
                {"Domestic Disturbance", "any"},
                {"Towed Vehicle", "any"}});
}

TEST(CatalogueOutcomes, a_feeling_is_felt_alone_unless_a_crime_is_named) {
    EXPECT_EQ(codes("känner sig otrygg i tunneln"), "felt");
    EXPECT_EQ(codes("otryggt efter rån"), "any violence robbery");
}

TEST(CatalogueOutcomes, words_of_police_notices_and_american_cities) {
    expect_all({{"Misshandel, grov", "any violence"},
                {"Mord/dråp, försök", "any violence"},
                {"Våld/hot mot tjänsteman", "any violence threat"},
                {"Stöld/inbrott", "any property burglary"},
                {"Motorfordon, stöld", "any property vehicle"},
                {"Ofredande/förargelse", "any nuisance threat"},
                {"Larceny - From Motor Vehicle", "any property vehicle"},
                {"Larceny - Of Veh Parts/Access", "any property vehicle"},
                {"MV THEFT", "any property vehicle"},
                {"Assault Intimidation", "any violence threat"},
                {"CRIMINAL MISCHIEF", "any property damage"},
                {"BATTERY", "any violence"},
                {"Bombhot", "any threat"},
                {"Hit and Run", "any traffic"},
                {"Drug/Narcotics Violation", "any drugs"},
                {"PUBLIC PEACE VIOLATION", "any nuisance"}});
}

namespace {

std::set<std::string> split(std::string_view text) {
    std::set<std::string> words;
    while (!text.empty()) {
        const auto bar = text.find('|');
        words.emplace(text.substr(0, bar));
        text = bar == std::string_view::npos ? std::string_view{} : text.substr(bar + 1);
    }
    return words;
}

/// Crimes that no finding in the catalogue is about: fraud, weapons, domestic matters, what only the police start.
const std::set<std::string> crimes_of_no_kind = split(
    "ALL OTHER OFFENSES|All Other Offense|Bad Check|Bedrägeri|CONCEALED CARRY LICENSE VIOLATION|"
    "Child Ab - Contr to Delinquency|Child Abuse|Computer Crime|DECEPTIVE PRACTICE|DOMESTIC OFFENSE|"
    "Disturbance - Non Domestic|Domestic Disturbance|Ekobrott|Embezzelment|FORGERY/COUNTERFEIT|FRAUD|"
    "False Report of Crime|Family Offense - Non-Violent|Farligt föremål, misstänkt|Fire Code Violation|"
    "Forgery/Counterfeiting|Fraud-credit card|Fraud-false pretense|Fraud-impersonation|Fraud-welfare|Fraud-wire fraud|"
    "Förfalskningsbrott|GAMBLING|Hemfridsbrott|Hets mot folkgrupp|INTERFERENCE WITH PUBLIC OFFICER|Identity Theft|"
    "Impersonating a Police Officer|Knivlagen|Miljöbrott|Misc - Criminal Call|Missbruk av urkund|OBSCENITY|"
    "OFFENSE INVOLVING CHILDREN|OFFN AGAINST FAMILY|OTHER|OTHER OFFENSE|POSSESSION/USE DANGEROUS WEAPONS|PROSTITUTION|"
    "Phone Calls - Annoying|Pornography|Prostitution|Prostitution-assisting/promoting|Prowler - Peeping  Tom|"
    "Sedlighetsbrott|Skyddslagen|Solicitation illegal w/o permit|Traffic - Parking "
    "Violation|Utlänningslagen|Vapenlagen|"
    "Vållande till kroppsskada|WEAPONS OFFENSE|WEAPONS VIOLATION|Weapons Violations|Åldringsbrott");

/// No crime, or not known to be one.
const std::set<std::string> no_crimes = split(
    "911 Investigation|Accident - w/out Injuries|Accident Private Property|Accident Property Damage|"
    "Accident w/Injuries|Alarm - Intentional|Alarm - Malfunction|Alarm - True|Alarm - Unknown|Alarm-Accidental|"
    "Animal - Bite|Animal Complaint|Anträffad död|Anträffat gods|Arbetsplatsolycka|Assist|"
    "Assist Agency - Arrest/warrant|Assist Agency - Backup/Assist|Assist Agency - Other|"
    "Assist Citizen - Medical|Assist Citizen - Mental/TDO/ECO|Assist Citizen - Misc|"
    "Assist Citizen - Welfare Check|Assist Police|Assisted on Prev Reported|Attemped Suicide|Brand|"
    "Brand automatlarm|COVID-19 Tracking|Civil Problem|Comm Relations Initiative - CRI|"
    "Crime Prevent Initiative - CPI|Crisis Assessment|Death Investigation - DOA|Djur|Efterlyst person|"
    "Field Interview|Fire Alarm - No Fire|Fires Not Arson|Fjällräddning|Found/Recovered Property|"
    "Försvunnen person|Information|Juvenile Investigation|Kontroll|Kontroll person/fordon|"
    "Lagen om hundar och katter |Lost/FoundProperty|Luftfartslagen|Misc - Non-Criminal Call|"
    "Missing Person-adult|Missing Person-juvenile|Motorfordon, anträffat stulet|NON-CRIMINAL|"
    "NON-CRIMINAL (SUBJECT SPECIFIED)|Open Door/Window|Polisinsats/kommendering|Problem Solving Project - PSP|"
    "Runaway|Räddningsinsats|Sammanfattning dag|Sammanfattning dygn|Sammanfattning eftermiddag|"
    "Sammanfattning helg|Sammanfattning kväll|Sammanfattning kväll och natt|Sammanfattning natt|"
    "Sammanfattning vecka|Sjukdom/olycksfall|Sjölagen|Spridning smitta/kemikalier|Stop w/Search/Frisk|"
    "Stop w/o Search/Frisk|Suicide Investigation|Suspicious Activity|Suspicious Person|Suspicious Vehicle|"
    "Tactical Crime Initiative - TCI|Towed Vehicle|Traffic - Abandoned Vehicle|Traffic - Disabled Vehicle|"
    "Traffic - Traffic Hazard|Traffic Stops|Trafikhinder|Trafikkontroll|Trafikolycka|Trafikolycka, personskada|"
    "Trafikolycka, singel|Trafikolycka, smitning från|Trafikolycka, vilt|Uppdatering|Upphittat föremål|"
    "Varningslarm/haveri|Warrant Service|Övrigt");

std::set<std::string> words_in(const std::string& file, const std::string& column) {
    const auto source = sources::read_source(std::string{LYKTA_ROOT} + "/../shared/data/" + file);
    const auto at = source.table.find(column);
    std::set<std::string> words;
    if (!at) ADD_FAILURE() << file << " has no column " << column;
    for (std::size_t row = 0; at && row < source.table.rows(); ++row) words.emplace(source.table.cell(row, *at));
    return words;
}

}  // namespace

TEST(CatalogueOutcomes, no_crime_of_the_real_cities_is_without_a_kind_unless_known) {
    if (!std::filesystem::exists(std::string{LYKTA_ROOT} + "/../shared/data"))
        GTEST_SKIP() << "../shared/data is not there";
    std::set<std::string> words;
    words.merge(words_in("charlottesville/incidents_2020-07_2025-07.csv.gz", "Offense"));
    words.merge(words_in("syracuse/incidents_2023_2025.csv.gz", "CRIME_TYPE"));
    words.merge(words_in("syracuse/incidents_2024_raw.csv.gz", "CODE_DEFINED"));
    words.merge(words_in("chicago/crimes_sample_25000_2017_2019.csv.gz", "primary_type"));
    words.merge(words_in("sweden/polisen_handelser_2023_2026.csv.gz", "type"));
    EXPECT_GT(words.size(), 200U);
    for (const auto& word : words)
        if (outcomes_of(word) == bit(Outcome::any)) {
            EXPECT_TRUE(crimes_of_no_kind.contains(word) || no_crimes.contains(word)) << word;
        }
    for (const auto& word : crimes_of_no_kind) EXPECT_EQ(outcomes_of(word), bit(Outcome::any)) << word;
}
