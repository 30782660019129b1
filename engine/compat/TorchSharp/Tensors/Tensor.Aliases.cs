namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor absolute_() => abs_();

        public Tensor fix_() => trunc_();

        public Tensor asinh() => arcsinh();

        public Tensor asinh_() => arcsinh_();

        public Tensor acosh() => arccosh();

        public Tensor acosh_() => arccosh_();

        public Tensor atanh() => arctanh();

        public Tensor atanh_() => arctanh_();

        public Tensor arcsin() => asin();

        public Tensor arcsin_() => asin_();

        public Tensor arccos() => acos();

        public Tensor arccos_() => acos_();

        public Tensor arctan() => atan();

        public Tensor arctan_() => atan_();

        public Tensor arctan(Tensor other) => atan2(other);

        public Tensor arctan_(Tensor other) => atan2_(other);

        public Tensor arctan2(Tensor other) => atan2(other);

        public Tensor arctan2_(Tensor other) => atan2_(other);

        public Tensor subtract_(Tensor target) => sub_(target);

        public Tensor subtract_(Scalar target) => sub_(target);

        public Tensor divide_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);

        public Tensor divide_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);

        public Tensor true_divide_(Tensor other) => div_(other);

        public Tensor true_divide_(Scalar other) => div_(other);

        public Tensor less_equal_(Tensor target) => le_(target);

        public Tensor not_equal_(Tensor target) => ne_(target);

        public Tensor ger(Tensor vec2) => outer(vec2);

        public Tensor adjoint() => transpose(-2, -1);

        public Tensor mH => adjoint();

        public Tensor H => t();

        public Tensor type(Func<Tensor, Tensor> typeFunc) => typeFunc(this);

        public Tensor DetatchFromDisposeScope() => DetachFromDisposeScope();
    }
}
