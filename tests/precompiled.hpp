// GoogleTest and the standard headers, compiled once for all test programs.
#pragma once
#include <gtest/gtest.h>

#include "../engine/precompiled.hpp"
