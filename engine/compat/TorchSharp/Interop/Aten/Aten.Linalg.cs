namespace TorchSharp.Interop;

internal static partial class Aten
{
    internal static readonly Op linalg_norm = new("linalg_norm");
    internal static readonly Op linalg_vector_norm = new("linalg_vector_norm");
    internal static readonly Op linalg_inv = new("linalg_inv");
    internal static readonly Op linalg_solve = new("linalg_solve");
    internal static readonly Op linalg_cholesky = new("linalg_cholesky");
    internal static readonly Op linalg_qr = new("linalg_qr");
    internal static readonly Op linalg_svd = new("linalg_svd");
    internal static readonly Op linalg_eigh = new("linalg_eigh");
    internal static readonly Op linalg_det = new("linalg_det");
    internal static readonly Op linalg_slogdet = new("linalg_slogdet");
    internal static readonly Op linalg_solve_triangular = new("linalg_solve_triangular");
}
