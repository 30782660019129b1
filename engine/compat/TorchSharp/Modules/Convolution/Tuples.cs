namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        private static long[] Pair((long, long)? pair, long otherwise) =>
            pair is var (first, second) ? [first, second] : [otherwise, otherwise];

        private static long[] Triple((long, long, long)? triple, long otherwise) =>
            triple is var (first, second, third) ? [first, second, third] : [otherwise, otherwise, otherwise];
    }
}
