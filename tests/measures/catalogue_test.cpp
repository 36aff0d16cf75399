// The built-in catalogue as a whole: it reads, it is complete, and it promises no more than its studies.
#include "measures/catalogue.hpp"

#include <gtest/gtest.h>

using namespace lykta::measures;

TEST(Catalogue, holds_the_measures_that_others_name) {
    for (const auto* id :
         {"lamp_repair",    "lamp_upgrade",     "lamp_infill",     "clearing",          "camera",     "locks",
          "entrance_doors", "basement_storage", "access_control",  "close_cut_through", "tunnel",     "traffic_barrier",
          "sound_alarm",    "guards",           "directed_patrol", "clean_and_green",   "activation", "field_workers",
          "youth_club",     "mentoring",        "parents_walks",   "leave_crime",       "home_visits"})
        EXPECT_NE(catalogue().find(id), nullptr) << id;
}
