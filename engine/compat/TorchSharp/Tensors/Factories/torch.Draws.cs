namespace TorchSharp;

public static partial class torch
{
    public static bool randint_bool(Generator? generator = null) => randint_long(0, 2, generator) == 1;

    public static int randint_int(int high, Generator? generator = null) => randint_int(0, high, generator);

    public static int randint_int(int low, int high, Generator? generator = null) => (int)randint_long(low, high, generator);

    public static long randint_long(long high, Generator? generator = null) => randint_long(0, high, generator);

    public static long randint_long(long low, long high, Generator? generator = null) => One(randint(low, high, Array.Empty<long>(), generator: generator)).ToInt64();

    public static float rand_float(Generator? generator = null) => One(rand([], generator: generator)).ToSingle();

    public static float randn_float(Generator? generator = null) => One(randn([], generator: generator)).ToSingle();

    public static Tensor randint(
        long low, long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) => randint(low, high, size.Shape, dtype, device, requires_grad, generator);

    public static Tensor randint(
        long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) => randint(0, high, size.Shape, dtype, device, requires_grad, generator);

    private static Scalar One(Tensor drawn)
    {
        using (drawn) return drawn.ToScalar();
    }
}
