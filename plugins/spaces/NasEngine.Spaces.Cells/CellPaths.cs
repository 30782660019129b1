namespace NasEngine.Spaces.Cells;

/// <summary>
/// Numbers of the paths through a cell: by length, then kind of cell, then input, then the operations as digits (path
/// encoding of BANANAS, arXiv 1910.11858).
/// </summary>
internal sealed class CellPaths
{
    private readonly CellForm _form;
    private readonly int[] _first;

    public CellPaths(CellForm form)
    {
        _form = form;
        _first = new int[form.Nodes + 2];
        for (var length = 1; length <= form.Nodes; length++)
        {
            _first[length + 1] = _first[length] + 2 * form.Kinds * Combinations(length);
        }
    }

    /// <summary>How many there can be.</summary>
    public int Count => _first[^1];

    /// <summary>Numbers of the paths of a cell; one may come twice.</summary>
    public IEnumerable<int> Of(int kind, CellEdge[] edges)
    {
        var nodes = new List<List<(int Input, int Length, int Digits)>> { new() { (0, 0, 0) }, new() { (1, 0, 0) } };
        for (var i = 0; i < edges.Length; i += 2)
        {
            nodes.Add([.. new[] { edges[i], edges[i + 1] }.SelectMany(edge => nodes[edge.Source].Select(path =>
                (path.Input, path.Length + 1, path.Digits * _form.Operations.Length + edge.Operation)))]);
        }

        var outputs = _form.Outputs(edges);
        return Enumerable.Range(2, edges.Length / 2)
            .Where(node => (outputs >> node & 1) == 1)
            .SelectMany(node => nodes[node])
            .Select(path => _first[path.Length] + (2 * kind + path.Input) * Combinations(path.Length) + path.Digits);
    }

    private int Combinations(int length) => (int)Math.Pow(_form.Operations.Length, length);
}
