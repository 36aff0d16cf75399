// Kernel mass inside a window, exactly: what part of an event's spread could have been recorded.
#pragma once
#include "statistics/intensity.hpp"
#include "statistics/window_edges.hpp"

namespace lykta::statistics {

/// e(u) = ∫ k(u − v) dv over the window, as a sum over boundary edges. An edge seen from u at the distance p of its
/// line adds ∫ M(p / cos φ) dφ / 2π, M(r) being the kernel mass within r; polynomial kernels have it in closed form,
/// the Gaussian through Owen's T. Only edges within reach are visited: e = [u inside] − Σ ∫ (1 − M) dφ / 2π.
/// \correctness  half plane and corner by hand, polar quadrature twin, reference kde (edge_mass_at_query)
class WindowMass {
public:
    WindowMass(const MultiPolygon& window, const IntensityOptions& options);

    struct Mass {
        double value = 0.0;
        bool inside = false;  ///< inside, or on the boundary to within 1e-7 bandwidths
    };
    [[nodiscard]] Mass at(Point p) const;

private:
    [[nodiscard]] double over_all_edges(Point p) const;

    Kernel m_kernel;
    double m_bandwidth, m_reach;
    WindowEdges m_edges;
};

}  // namespace lykta::statistics
