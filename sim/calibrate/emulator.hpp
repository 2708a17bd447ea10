// SPDX-License-Identifier: Apache-2.0
// A response surface: one number of the model as a polynomial of the parameters, with an honest
// standard deviation. Terms (Legendre polynomials up to the third degree and products of pairs) are
// taken up one by one while the extended Bayesian information criterion falls (Chen and Chen 2008,
// Biometrika 95), so a parameter without influence has none.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "sim/calibrate/unit_cube.hpp"

namespace sim {

// The box in which a surface is fitted; its polynomials run from −1 to 1 across it.
struct Region {
    Point centre;
    Point half;  // widths to either side
};
Region whole_cube(std::size_t dimensions);

class Emulator {
  public:
    struct Prediction {
        double mean;
        double sd;  // of a run at the point around the surface: leave-one-out error and leverage
    };

    // Points whose value is not a number are passed over. At least two others are needed.
    Emulator(const Region& region, const std::vector<Point>& points,
             std::span<const double> values);

    Prediction predict(const Point& point) const;
    double mean(const Point& point) const;
    // Change of the mean per unit of each coordinate of the cube.
    std::vector<double> gradient(const Point& point) const;

  private:
    // Product of up to two factors; a degree of 0 stands for no factor.
    struct Term {
        std::size_t first = 0;
        int first_degree = 0;
        std::size_t second = 0;
        int second_degree = 0;
    };

    static std::vector<Term> candidates(std::size_t dimensions);
    double value_of(const Term& term, const Point& point) const;
    double slope_of(const Term& term, const Point& point, std::size_t dimension) const;
    double local(const Point& point, std::size_t k) const {
        return (point[k] - region_.centre[k]) / region_.half[k];
    }

    Region region_;
    std::vector<Term> terms_;
    std::vector<double> weights_;  // of the terms
    std::vector<double> inverse_;  // of the normal matrix, row by row
    double error_ = 0.0;           // leave-one-out standard deviation
};

}  // namespace sim
