namespace NasEngine.Web.Acting;

/// <summary>What a wish says beside its kind.</summary>
/// <param name="Budget">The new limits of <see cref="Wish.Raise"/>, as the command takes them.</param>
/// <param name="Text">
/// The text of <see cref="Wish.Note"/>, the plugin of <see cref="Wish.Swap"/>, the epochs of <see cref="Wish.Retrain"/>; empty for others.
/// </param>
/// <param name="Trial">The trial that a note, a model or a training is of; null for the search or its winners.</param>
/// <param name="Rank">The winner that a model or a training is of, from 0.</param>
internal sealed record WishDetails(IReadOnlyList<string> Budget, string Text = "", long? Trial = null, int Rank = 0)
{
    /// <summary>Nothing beside the kind.</summary>
    public static WishDetails None { get; } = new([]);
}
