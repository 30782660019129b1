namespace TorchSharp;

public static partial class torch
{
    public static Tensor floor_divide(Tensor input, Tensor other) => input.floor_divide(other);

    public static Tensor floor_divide_(Tensor input, Tensor other) => input.floor_divide_(other);

    public static Tensor fmod(Tensor input, Tensor target) => input.fmod(target);

    public static Tensor fmod_(Tensor input, Tensor target) => input.fmod_(target);

    public static Tensor fmod(Tensor input, Scalar scalar) => input.fmod(scalar);

    public static Tensor fmod_(Tensor input, Scalar scalar) => input.fmod_(scalar);

    public static Tensor remainder(Tensor input, Tensor target) => input.remainder(target);

    public static Tensor remainder_(Tensor input, Tensor target) => input.remainder_(target);

    public static Tensor remainder(Tensor input, Scalar scalar) => input.remainder(scalar);

    public static Tensor remainder_(Tensor input, Scalar scalar) => input.remainder_(scalar);

    public static Tensor pow(Tensor input, Tensor exponent) => input.pow(exponent);

    public static Tensor pow(Tensor input, Scalar exponent) => input.pow(exponent);

    public static Tensor hypot(Tensor input, Tensor other) => input.hypot(other);

    public static Tensor logaddexp(Tensor input, Tensor other) => input.logaddexp(other);

    public static Tensor logaddexp2(Tensor input, Tensor other) => input.logaddexp2(other);

    public static Tensor xlogy(Tensor input, Tensor y) => input.xlogy(y);

    public static Tensor xlogy_(Tensor input, Tensor y) => input.xlogy_(y);

    public static Tensor xlogy(Tensor input, Scalar y) => input.xlogy(y);

    public static Tensor xlogy_(Tensor input, Scalar y) => input.xlogy_(y);

    public static Tensor lerp(Tensor input, Tensor end, Tensor weight) => input.lerp(end, weight);

    public static Tensor lerp_(Tensor input, Tensor end, Tensor weight) => input.lerp_(end, weight);

    public static Tensor bitwise_and(Tensor input, Tensor other) => input.bitwise_and(other);

    public static Tensor bitwise_and_(Tensor input, Tensor other) => input.bitwise_and_(other);

    public static Tensor bitwise_or(Tensor input, Tensor other) => input.bitwise_or(other);

    public static Tensor bitwise_or_(Tensor input, Tensor other) => input.bitwise_or_(other);

    public static Tensor bitwise_xor(Tensor input, Tensor other) => input.bitwise_xor(other);

    public static Tensor bitwise_xor_(Tensor input, Tensor other) => input.bitwise_xor_(other);

    public static Tensor bitwise_left_shift(Tensor input, Tensor other) => input.bitwise_left_shift(other);

    public static Tensor bitwise_left_shift_(Tensor input, Tensor other) => input.bitwise_left_shift_(other);

    public static Tensor bitwise_right_shift(Tensor input, Tensor other) => input.bitwise_right_shift(other);

    public static Tensor bitwise_right_shift_(Tensor input, Tensor other) => input.bitwise_right_shift_(other);

    public static Tensor logical_and(Tensor input, Tensor other) => input.logical_and(other);

    public static Tensor logical_and_(Tensor input, Tensor other) => input.logical_and_(other);

    public static Tensor logical_or(Tensor input, Tensor other) => input.logical_or(other);

    public static Tensor logical_or_(Tensor input, Tensor other) => input.logical_or_(other);

    public static Tensor logical_xor(Tensor input, Tensor other) => input.logical_xor(other);

    public static Tensor logical_xor_(Tensor input, Tensor other) => input.logical_xor_(other);

    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp(min, max);

    public static Tensor clamp_(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp_(min, max);

    public static Tensor clamp(Tensor input, Tensor? min = null, Tensor? max = null) => input.clamp(min, max);

    public static Tensor clamp_(Tensor input, Tensor? min = null, Tensor? max = null) => input.clamp_(min, max);

    public static Tensor clip(Tensor input, Scalar? min = null, Scalar? max = null) => input.clip(min, max);

    public static Tensor clamp_max(Tensor input, Scalar max) => input.clamp_max(max);

    public static Tensor clamp_max_(Tensor input, Scalar max) => input.clamp_max_(max);

    public static Tensor clamp_min(Tensor input, Scalar min) => input.clamp_min(min);

    public static Tensor clamp_min_(Tensor input, Scalar min) => input.clamp_min_(min);

    public static Tensor logit(Tensor input, double? eps = null) => input.logit(eps);

    public static Tensor logit_(Tensor input, double? eps = null) => input.logit_(eps);

    public static Tensor nan_to_num(Tensor input, double nan = 0d, double? posinf = null, double? neginf = null) => input.nan_to_num(nan, posinf, neginf);

    public static Tensor nan_to_num_(Tensor input, double nan = 0d, double? posinf = null, double? neginf = null) => input.nan_to_num_(nan, posinf, neginf);
}
