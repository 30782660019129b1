namespace TorchSharp;

public static partial class torch
{
    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);

    public static Tensor mm(Tensor input, Tensor target) => input.mm(target);

    public static Tensor mv(Tensor input, Tensor target) => input.mv(target);

    public static Tensor bmm(Tensor input, Tensor batch2) => input.bmm(batch2);

    public static Tensor dot(Tensor input, Tensor other) => input.dot(other);

    public static Tensor vdot(Tensor input, Tensor target) => input.vdot(target);

    public static Tensor outer(Tensor input, Tensor vec2) => input.outer(vec2);

    public static Tensor inner(Tensor input, Tensor vec2) => input.inner(vec2);

    public static Tensor kron(Tensor input, Tensor other) => input.kron(other);

    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => input.addmm(mat1, mat2, beta, alpha);

    public static Tensor addmv(Tensor input, Tensor mat, Tensor vec, float beta = 1.0f, float alpha = 1.0f) => input.addmv(mat, vec, beta, alpha);

    public static Tensor addr(Tensor input, Tensor vec1, Tensor vec2, float beta = 1.0f, float alpha = 1.0f) => input.addr(vec1, vec2, beta, alpha);

    public static Tensor addbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => input.addbmm(batch1, batch2, beta, alpha);

    public static Tensor baddbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => input.baddbmm(batch1, batch2, beta, alpha);

    public static Tensor det(Tensor input) => input.det();

    public static Tensor logdet(Tensor input) => input.logdet();

    public static Tensor inverse(Tensor input) => input.inverse();

    public static Tensor pinverse(Tensor input, double rcond = 1e-15, bool hermitian = false) => input.pinverse(rcond, hermitian);

    public static Tensor cholesky(Tensor input, bool upper = false) => input.cholesky(upper);

    public static Tensor cholesky_inverse(Tensor input, bool upper = false) => input.cholesky_inverse(upper);

    public static Tensor cholesky_solve(Tensor input, Tensor input2, bool upper = false) => input.cholesky_solve(input2, upper);

    public static Tensor matrix_exp(Tensor input) => input.matrix_exp();

    public static Tensor matrix_power(Tensor input, int n) => input.matrix_power(n);

    public static Tensor tensordot(Tensor a, Tensor b, long[] dims1, long[] dims2) => a.tensordot(b, dims1, dims2);

    public static Tensor tensordot(Tensor a, Tensor b, long dims = 2) => a.tensordot(b, dims);

    public static Tensor tensordot(Tensor a, Tensor b, params (long, long)[] dims) => a.tensordot(b, dims);

    public static Tensor tril(Tensor input, long diagonal = 0) => input.tril(diagonal);

    public static Tensor tril_(Tensor input, long diagonal = 0) => input.tril_(diagonal);

    public static Tensor triu(Tensor input, long diagonal = 0) => input.triu(diagonal);

    public static Tensor triu_(Tensor input, long diagonal = 0) => input.triu_(diagonal);

    public static Tensor diag(Tensor input, long diagonal = 0) => input.diag(diagonal);

    public static Tensor diagflat(Tensor input, long offset = 0) => input.diagflat(offset);

    public static Tensor diag_embed(Tensor input, long offset = 0L, long dim1 = -2L, long dim2 = -1L) => input.diag_embed(offset, dim1, dim2);

    public static Tensor diagonal(Tensor input, long offset = 0L, long dim1 = 0L, long dim2 = 1L) => input.diagonal(offset, dim1, dim2);
}
