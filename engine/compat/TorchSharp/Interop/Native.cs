using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>The exports of the shim. Functions that can fail return null, or -1, and leave an error behind.</summary>
internal static unsafe partial class Native
{
    internal const string Library = "LibTorchSharp";

    [DllImport(Library)] internal static extern byte* shim_take_error();

    [DllImport(Library)] internal static extern byte* shim_version();

    [DllImport(Library)] internal static extern nint shim_find_operator(byte* name, byte* overload);

    [DllImport(Library)] internal static extern int shim_call(nint op, Value* arguments, int count, Value* results, int capacity);

    [DllImport(Library)] internal static extern void shim_free_list(nint* list);

    [DllImport(Library)] internal static extern int shim_get_num_threads();

    [DllImport(Library)] internal static extern int shim_set_num_threads(int count);

    [DllImport(Library)] internal static extern int shim_get_num_interop_threads();

    [DllImport(Library)] internal static extern int shim_set_num_interop_threads(int count);

    [DllImport(Library)] internal static extern nint shim_default_generator();

    [DllImport(Library)] internal static extern nint shim_new_generator(ulong seed);

    [DllImport(Library)] internal static extern void shim_generator_dispose(nint generator);

    [DllImport(Library)] internal static extern void shim_generator_set_seed(nint generator, long seed);

    [DllImport(Library)] internal static extern long shim_generator_seed(nint generator);

    [DllImport(Library)] internal static extern long shim_generator_initial_seed(nint generator);

    [DllImport(Library)] internal static extern nint shim_generator_state(nint generator);

    [DllImport(Library)] internal static extern int shim_generator_set_state(nint generator, nint state);
}
