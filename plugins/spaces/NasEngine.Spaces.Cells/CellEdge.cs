namespace NasEngine.Spaces.Cells;

/// <summary>Half of what a node of a cell sums: an operation on an earlier node; 0 and 1 are the cell's inputs.</summary>
internal readonly record struct CellEdge(int Source, int Operation) : IComparable<CellEdge>
{
    public int CompareTo(CellEdge other) => (Source, Operation).CompareTo((other.Source, other.Operation));
}
