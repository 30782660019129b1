namespace TorchSharp;

public static partial class torch
{
    public static Tensor absolute(Tensor input) => input.abs();

    public static Tensor absolute_(Tensor input) => input.abs_();

    public static Tensor fix(Tensor input) => input.trunc();

    public static Tensor fix_(Tensor input) => input.trunc_();

    public static Tensor negative(Tensor input) => input.neg();

    public static Tensor negative_(Tensor input) => input.neg_();

    public static Tensor asinh(Tensor input) => input.arcsinh();

    public static Tensor asinh_(Tensor input) => input.arcsinh_();

    public static Tensor acosh(Tensor input) => input.arccosh();

    public static Tensor acosh_(Tensor input) => input.arccosh_();

    public static Tensor atanh(Tensor input) => input.arctanh();

    public static Tensor atanh_(Tensor input) => input.arctanh_();

    public static Tensor arcsin(Tensor input) => input.asin();

    public static Tensor arcsin_(Tensor input) => input.asin_();

    public static Tensor arccos(Tensor input) => input.acos();

    public static Tensor arccos_(Tensor input) => input.acos_();

    public static Tensor arctan(Tensor input) => input.atan();

    public static Tensor arctan_(Tensor input) => input.atan_();

    public static Tensor positive(Tensor input) => input.positive();

    public static Tensor adjoint(Tensor input) => input.adjoint();

    public static Tensor arctan(Tensor input, Tensor other) => input.atan2(other);

    public static Tensor arctan_(Tensor input, Tensor other) => input.atan2_(other);

    public static Tensor arctan2(Tensor input, Tensor other) => input.atan2(other);

    public static Tensor arctan2_(Tensor input, Tensor other) => input.atan2_(other);

    public static Tensor nextafter(Tensor input, Tensor other) => input.nextafter(other);

    public static Tensor copysign(Tensor input, Tensor other) => input.copysign(other);

    public static Tensor greater(Tensor tensor, Tensor target) => tensor.gt(target);

    public static Tensor greater_equal(Tensor tensor, Tensor target) => tensor.ge(target);

    public static Tensor less(Tensor tensor, Tensor target) => tensor.lt(target);

    public static Tensor less_equal(Tensor tensor, Tensor target) => tensor.le(target);

    public static Tensor not_equal(Tensor tensor, Tensor target) => tensor.ne(target);

    public static bool equal(Tensor tensor, Tensor target) => tensor.Equals(target);

    public static Tensor ger(Tensor input, Tensor vec2) => input.outer(vec2);

    public static long numel(Tensor input) => input.numel();

    public static bool is_nonzero(Tensor input) => input.is_nonzero();

    public static bool is_tensor(object obj) => obj is Tensor;

    public static bool is_integral(Tensor t) => is_integral(t.dtype);

    public static bool is_floating_point(Tensor input) => is_floating_point(input.dtype);

    public static bool is_complex(Tensor input) => is_complex(input.dtype);
}
