#include "machine.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <proj.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <numeric>
#include <thread>

#include "core/parallel.hpp"
#include "timing.hpp"

namespace lykta::bench {

namespace {

/// Calls work(thread) on every thread at once.
template <class OnThread>
void on_all_threads(OnThread work) {
    std::vector<std::thread> threads;
    for (int t = 0; t < thread_count(); ++t) threads.emplace_back([&work, t] { work(static_cast<std::size_t>(t)); });
    for (auto& thread : threads) thread.join();
}

std::string cpu_name() {
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with("model name")) return line.substr(std::min(line.size(), line.find(':') + 2));
    return "unknown processor";
}

std::string build_kind() {
#ifdef NDEBUG
    return "release";
#else
    return "NOT a release build: the times mean little";
#endif
}

/// Adds value(squared distance in bandwidths) along rows of 1,024 cells, often; values per second.
template <class Value>
double values_per_second(Value value) {
    constexpr std::size_t columns = 1'024, sweeps = 20'000;
    const double seconds = seconds_of(3, [&] {
        on_all_threads([&](std::size_t thread) {
            std::vector<double> row(columns, 0.0);
            for (std::size_t sweep = 0; sweep < sweeps; ++sweep) {
                const double start = -1e-5 * static_cast<double>(sweep + thread);
                for (std::size_t c = 0; c < columns; ++c) {
                    const double dx = start + static_cast<double>(static_cast<int>(c)) / columns;
                    row[c] += value(dx * dx);
                }
            }
            keep(row[columns / 2]);
        });
    });
    return static_cast<double>(columns * sweeps) * thread_count() / seconds;
}

struct CloseObject {
    void operator()(PJ* object) const { proj_destroy(object); }
};
struct CloseContext {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};

}  // namespace

std::string machine_text() {
    double load = 0;
    if (::getloadavg(&load, 1) != 1) load = -1;
    return fmt::format("{}, {} threads, gcc {}.{}, {}, load {:.1f} at the start", cpu_name(), thread_count(), __GNUC__,
                       __GNUC_MINOR__, build_kind(), load);
}

double memory_bytes_per_second() {
    const std::size_t count = std::size_t{32} << 20;  // 256 MB: far beyond any cache
    const std::vector<std::uint64_t> numbers(count, 1);
    const std::size_t part = count / static_cast<std::size_t>(thread_count());
    const double seconds = seconds_of(3, [&] {
        on_all_threads([&](std::size_t t) {
            const auto first = numbers.begin() + static_cast<std::ptrdiff_t>(t * part);
            keep(static_cast<double>(
                std::accumulate(first, first + static_cast<std::ptrdiff_t>(part), std::uint64_t{0})));
        });
    });
    return static_cast<double>(count * sizeof(std::uint64_t)) / seconds;
}

double raw_read_seconds(const std::filesystem::path& path) {
    std::vector<char> bytes(std::filesystem::file_size(path));
    return seconds_of(3, [&] {
        const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        std::size_t have = 0;
        for (::ssize_t got = 1; got > 0 && have < bytes.size();
             have += static_cast<std::size_t>(std::max<::ssize_t>(got, 0)))
            got = ::read(file, bytes.data() + have, bytes.size() - have);
        ::close(file);
        keep(static_cast<double>(have));
    });
}

double raw_write_seconds(const std::filesystem::path& folder, const std::vector<std::size_t>& sizes) {
    const auto path = (folder / "raw").string();
    return seconds_of(3, [&] {
        for (const auto size : sizes) {
            const std::vector<char> bytes(size, 'x');
            const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
            for (std::size_t done = 0; done < size;) {
                const auto wrote = ::write(file, bytes.data() + done, size - done);
                if (wrote <= 0) break;
                done += static_cast<std::size_t>(wrote);
            }
            keep(::fsync(file));
            ::close(file);
        }
        std::filesystem::remove(path);
    });
}

double raw_proj_seconds(const std::vector<Point>& longitude_latitude) {
    const auto threads = static_cast<std::size_t>(thread_count());
    std::vector<std::unique_ptr<PJ_CONTEXT, CloseContext>> contexts(threads);
    std::vector<std::unique_ptr<PJ, CloseObject>> carriers(threads);
    for (std::size_t t = 0; t < threads; ++t) {
        contexts[t].reset(proj_context_create());
        const std::unique_ptr<PJ, CloseObject> raw(
            proj_create_crs_to_crs(contexts[t].get(), "OGC:CRS84", "EPSG:3006", nullptr));
        carriers[t].reset(proj_normalize_for_visualization(contexts[t].get(), raw.get()));
    }
    auto points = longitude_latitude;
    const std::size_t part = points.size() / threads;
    return seconds_of(3, [&] {
        points = longitude_latitude;
        on_all_threads([&](std::size_t t) {
            Point* first = points.data() + t * part;
            proj_trans_generic(carriers[t].get(), PJ_FWD, &first->x, sizeof(Point), part, &first->y, sizeof(Point),
                               part, nullptr, 0, 0, nullptr, 0, 0);
        });
        keep(points.front().x);
    });
}

double kernel_values_per_second() {
    return values_per_second([](double squared) {
        const double left = std::max(1.0 - squared, 0.0);
        return 0.5 * left * left;
    });
}

double lamp_values_per_second() {
    return values_per_second([](double squared) {
        const double r2 = squared + 25.0;
        return 1'000.0 / (r2 * r2);
    });
}

}  // namespace lykta::bench
