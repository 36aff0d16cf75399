#include "study/moment.hpp"

#include <date/date.h>

#include <cstdlib>

namespace lykta::study {

std::chrono::sys_seconds run_moment() {
    if (const char* fixed = std::getenv("SOURCE_DATE_EPOCH"))
        return std::chrono::sys_seconds{std::chrono::seconds{std::atoll(fixed)}};
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

std::int64_t day_of(std::chrono::sys_seconds moment) {
    return std::chrono::floor<std::chrono::days>(moment).time_since_epoch().count();
}

std::string utc_text(std::chrono::sys_seconds moment) {
    return date::format("%FT%TZ", moment);
}

}  // namespace lykta::study
