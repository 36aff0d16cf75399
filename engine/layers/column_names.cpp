// The names columns go by, read off exports of Swedish case systems and of the open data of other cities.
#include "layers/column_names.hpp"

#include <array>

namespace lykta::layers {

namespace {

constexpr std::array fields{
    FieldNames{"id",
               "id incidentid arendeid arendenummer arendenr diarienummer dnr casenumber crashnumber complaintnumber "
               "handelseid stolpeid stolpid stolpnr ljuspunktid lampid poleid inspektionsid objektid recordid objectid "
               "fid geoid20 geoid10 sbl basomrade dokod knkod lnkod"},
    FieldNames{"time",
               "handelsetid handelsetidpunkt brottstid brottstidpunkt tidpunkt tid datumtid datumochtid datetime "
               "timestamp occurred occurredat incidentdate incidentdatetime datereported reportdate reported dateend "
               "date datum handelsedatum brottsdatum anmalningsdatum anmald skapad created createdat"},
    FieldNames{
        "time_from",
        "tidfran frantid fran franochmed tidigast starttid start brottstidfran handelsetidfran timefrom datefrom "
        "fromdate occurredfrom begindate startdate starttime"},
    FieldNames{"time_to",
               "tidtill tilltid till tillochmed senast sluttid slut brottstidtill handelsetidtill timeto dateto todate "
               "occurredto enddate endtime"},
    FieldNames{"hour", "hourreported hour timme klockslag klocka kl tidpa timestart hourofday"},
    FieldNames{"category",
               "brottstyp brottsrubricering rubricering typ handelsetyp kategori brottskategori brottskod "
               "brottskodstext handelse crimetype offense "
               "offence primarytype codedefined type incidenttype category crimecategory loccat description"},
    FieldNames{"label",
               "adress address gatuadress plats platsnamn propertyaddress streetaddress block locationname location"},
    FieldNames{"block", "blocknumber hundredblock streetnumber"},
    FieldNames{"street", "streetname gata gatunamn street steetname"},
    FieldNames{"reporter", "rapportor rapporteradav anmalare kalla uppgiftslamnare reporter reportedby agency source"},
    // lamps
    FieldNames{"height",
               "ljuspunktshojdm ljuspunktshojd ljuspunkthojd stolphojdm stolphojd hojdm hojd height heightm mountheig "
               "mountingheight mountheight poleheight"},
    FieldNames{"flux", "ljusflodelm ljusflode flodelm lumen lumens luminousflux fluxlm flux lm"},
    FieldNames{"power", "effektw effekt watt watts wattage wattag lampeffekt power powerw"},
    FieldNames{"lamp_type", "lampcd ljuskalla lamptyp lamptype ljuskalletyp fixturetype armatur armaturtyp"},
    FieldNames{"state", "tand lyser driftstatus status tillstand enabled working state lampstatus funktion"},
    FieldNames{"class", "belysningsklass klass ljusklass lightingclass class"},
    FieldNames{"colour_temperature", "fargtemperatur fargtemp fargtemperaturk cct colortemp colourtemperature kelvin"},
    FieldNames{"maintenance", "bibehallningsfaktor maintenancefactor mf"},
    FieldNames{"date",
               "senastinspekterad inspekterad besiktningsdatum inspectiondate violationdate installda datum date"},
    FieldNames{"lamp_style", "armaturmodell armaturform stolptyp luminairemodel description fixturest"},
    FieldNames{"led", "arled ledchk isled led"},
    FieldNames{
        "luminaires",
        "antalarmaturer antalljuspunkter antalljuskallor antallampor numlamps luminaires numberoflamps lampcount"},
    FieldNames{"arm", "armlangdm armlangd utliggarem utliggare armm arm armlengthm armlength outreach"},
    FieldNames{"facing", "armriktning ljusriktning riktning facing bearing azimut azimuth orientation direction"},
    FieldNames{"tilt", "armaturlutning lutning tiltvinkel tilt tiltdeg"},
    FieldNames{"photometry",
               "fotometrifil fotometri ljusfordelningsfil ljusfordelning ldtfil ldt iesfil ies eulumdat photometryfile "
               "photometricfile photometry"},
    FieldNames{"schedule", "dimning dimmning dimschema dimprofil tandschema dimmingschedule dimming schedule"},
    FieldNames{"switch_off", "nattslackning slacktid slackning nattslackt switchoff offhours"},
    FieldNames{"dim_level", "dimniva dimgrad dimprocent dimlevel"},
    // vegetation
    FieldNames{"crown_base", "kronbas kronbasm kronansbas stamhojd fristam uppstamning crownbase crownbaseheight"},
    FieldNames{"evergreen", "vintergron stadsegron stadsegront evergreen"},
    FieldNames{"plant_height", "hojdm hojd tradhojd buskhojd height heightm treeheight"},
    FieldNames{"radius", "kronradie kronradiem radie radius crownradius radiusm"},
    FieldNames{"crown", "krondiameter krondiameterm kronbredd diameterkrona crowndiameter crownwidth spread"},
    FieldNames{"canopy", "histogram kronatackning krontackning canopy canopypercent canopypct treecanopy"},
    FieldNames{"kind", "typ art slag vegetationstyp kind species type objekttyp"},
    // inspections
    FieldNames{"building",
               "byggnad byggnadsid fastighet fastighetsbeteckning building buildingid property sbl parcelid"},
    FieldNames{"item", "punkt kontrollpunkt fraga moment item checklistitem violation question"},
    FieldNames{"weight", "vikt weight poang points"},
    FieldNames{"mandatory", "obligatorisk skallkrav skall mandatory required"},
    FieldNames{"item_state", "status resultat utfall bedomning result state statustypename outcome compstatus vacant"},
    FieldNames{"inspected", "besiktningsdatum datum date inspectiondate violationdate statusdate completiondate"},
    // areas, streets, buildings, survey, cameras
    FieldNames{"name",
               "namn name omrade omradesnamn stadsdel delomrade basomrade nhood neighhood community neighborhood "
               "knnamn lnnamn street streetname gatunamn label district"},
    FieldNames{"population", "befolkning folkmangd invanare antalinvanare population pop20 h18pop totpop pop total"},
    FieldNames{"footpath", "gangvag gcvag gcv gangcykelvag footpath iscykelgang"},
    FieldNames{"path_kind", "vagtyp gatutyp vagtrafiknat highway streettype type typ objekttyp"},
    FieldNames{"answers", "svar antalsvar svarande answers respondents n"},
    FieldNames{"unsafe", "otrygga otrygg antalotrygga unsafe feelunsafe"},
    FieldNames{"unsafe_share", "andelotrygga otryggandel otryggaprocent unsafeshare unsafepercent shareunsafe"},
    FieldNames{"area", "omrade omradesnamn stadsdel area district namn name"},
    FieldNames{"heading", "riktning baring heading azimuth direction bearing"},
    FieldNames{"field_of_view", "synfalt synvinkel bildvinkel fov fieldofview"},
    FieldNames{"reach", "rackvidd rackviddm reach range"},
};

constexpr std::array pairs{
    PairNames{"longitude", "latitude", true},
    PairNames{"lon", "lat", true},
    PairNames{"long", "lat", true},
    PairNames{"lng", "lat", true},
    PairNames{"longitud", "latitud", true},
    PairNames{"lon", "latitude", true},
    PairNames{"long", "latitude", true},
    PairNames{"wgs84lon", "wgs84lat", true},
    PairNames{"wgs84long", "wgs84lat", true},
    PairNames{"lonwgs84", "latwgs84", true},
    PairNames{"longwgs84", "latwgs84", true},
    PairNames{"wgs84e", "wgs84n", true},
    PairNames{"wgs84x", "wgs84y", true},
    PairNames{"xlong", "ylat", true},
    PairNames{"xlon", "ylat", true},
    PairNames{"gpslon", "gpslat", true},
    PairNames{"gpslongitude", "gpslatitude", true},
    PairNames{"longituddd", "latituddd", true},
    PairNames{"e", "n", false},
    PairNames{"east", "north", false},
    PairNames{"easting", "northing", false},
    PairNames{"ost", "nord", false},
    PairNames{"ostlig", "nordlig", false},
    PairNames{"ekoordinat", "nkoordinat", false},
    PairNames{"ekoord", "nkoord", false},
    PairNames{"ecoord", "ncoord", false},
    PairNames{"koordinate", "koordinatn", false},
    PairNames{"swerefe", "swerefn", false},
    PairNames{"sweref99e", "sweref99n", false},
    PairNames{"sweref99tme", "sweref99tmn", false},
    PairNames{"esweref", "nsweref", false},
    PairNames{"esweref99", "nsweref99", false},
    PairNames{"esweref99tm", "nsweref99tm", false},
    PairNames{"swerefeast", "swerefnorth", false},
    PairNames{"swerefost", "swerefnord", false},
    PairNames{"sweref99ost", "sweref99nord", false},
    PairNames{"swerefx", "swerefy", false},
    PairNames{"sweref99x", "sweref99y", false},
    PairNames{"x", "y", false},
    PairNames{"xkoordinat", "ykoordinat", false},
    PairNames{"koordinatx", "koordinaty", false},
    PairNames{"xkoord", "ykoord", false},
    PairNames{"koordx", "koordy", false},
    PairNames{"xcoordinate", "ycoordinate", false},
    PairNames{"xcoord", "ycoord", false},
    PairNames{"coordx", "coordy", false},
    PairNames{"pointx", "pointy", false},
    PairNames{"utme", "utmn", false},
    PairNames{"utmx", "utmy", false},
    PairNames{"rt90y", "rt90x", false},  // RT90 called north x
    PairNames{"xavg", "yavg", false},
    PairNames{"geox", "geoy", false},
};

constexpr std::string_view positions =
    "wkt geomwkt wktgeom geom geometry thegeom shape locationgps gps gpskoordinat gpskoordinater latlon latlong latlng "
    "koordinater koordinat coordinates coordinate position geopoint point location ";

}  // namespace

std::span<const FieldNames> field_names() {
    return fields;
}
std::span<const PairNames> pair_names() {
    return pairs;
}
std::string_view position_names() {
    return positions;
}

}  // namespace lykta::layers
