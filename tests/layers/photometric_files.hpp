// Photometric files as a test writes them: every line by hand, so that one line can be made wrong.
#pragma once
#include <cmath>
#include <string>
#include <vector>

namespace lykta::layers::testing {

/// An EULUMDAT file. Planes are those the symmetry asks for.
struct EulumdatFile {
    int symmetry = 1;
    std::vector<double> c{0.0}, gamma{0.0, 90.0};
    std::vector<std::vector<double>> planes{{100.0, 0.0}};
    std::string lamps = "1", flux = "1000", factor = "1", end = "\n";

    [[nodiscard]] std::string text() const {
        const auto number = [](double value) {
            std::string made = std::to_string(value);
            return made;
        };
        std::string all;
        const auto line = [&](const std::string& value) { all += value + end; };
        const double dc = c.size() > 1 ? c[1] - c[0] : 0.0;
        for (const auto& value :
             {std::string("Company"), std::string("3"), std::to_string(symmetry), std::to_string(c.size()), number(dc),
              std::to_string(gamma.size()), std::string("0"), std::string("report"), std::string("Lykta 1"),
              std::string("no"), std::string("f.ldt"), std::string("2024")})
            line(value);
        for (int i = 0; i < 9; ++i) line("100");
        for (const auto& value : {std::string("100"), std::string("80"), factor, std::string("0"), std::string("1")})
            line(value);
        for (const auto& value :
             {lamps, std::string("LED"), flux, std::string("3000"), std::string("80"), std::string("30")})
            line(value);
        for (int i = 0; i < 10; ++i) line("0.5");
        for (const double value : c) line(number(value));
        for (const double value : gamma) line(number(value));
        for (const auto& plane : planes)
            for (const double value : plane) line(number(value));
        return all;
    }
};

/// The same with line `number` (1 = first) replaced.
inline std::string with_line(std::string text, std::size_t number, const std::string& value) {
    std::size_t start = 0;
    for (std::size_t i = 1; i < number; ++i) start = text.find('\n', start) + 1;
    return text.replace(start, text.find('\n', start) - start, value);
}

/// An IES file of 2002 unless another head is given.
struct IesFile {
    std::string head = "IESNA:LM-63-2002\n[TEST] 1\n[LUMINAIRE] Lykta 1\nTILT=NONE\n";
    std::string lamps = "1 1000 1", type = "1", ballast = "1 1 30";
    std::vector<double> vertical{0.0, 90.0}, horizontal{0.0};
    std::vector<std::vector<double>> candela{{100.0, 0.0}};

    [[nodiscard]] std::string text() const {
        std::string all = head + lamps + " " + std::to_string(vertical.size()) + " " +
                          std::to_string(horizontal.size()) + " " + type + " 2 0 0 0\n" + ballast + "\n";
        const auto add = [&all](const std::vector<double>& values) {
            for (const double value : values) all += std::to_string(value) + " ";
            all += "\n";
        };
        add(vertical);
        add(horizontal);
        for (const auto& plane : candela) add(plane);
        return all;
    }
};

/// A Lambertian luminaire of 1,000 lm, cd at every degree.
inline std::vector<double> degrees_to_90() {
    std::vector<double> angles;
    for (int i = 0; i <= 90; ++i) angles.push_back(i);
    return angles;
}
inline std::vector<double> lambertian() {
    std::vector<double> cd;
    for (int i = 0; i <= 90; ++i) cd.push_back(1000.0 / M_PI * std::cos(i * M_PI / 180.0));
    return cd;
}

}  // namespace lykta::layers::testing
