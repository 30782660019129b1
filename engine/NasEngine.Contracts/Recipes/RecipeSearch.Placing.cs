namespace NasEngine.Contracts.Recipes;

/// <summary>Which machines do what.</summary>
public sealed partial class RecipeSearch
{
    private WorkPlaces _places = WorkPlaces.Anywhere;

    /// <summary>
    /// Which machines may do what, by the tags that they were given (<c>nas worker --tags</c>, <c>nas run --tags</c>): those that have all
    /// of them, several joined by commas. The search waits for one, and says so. What is said of a kind of work goes before what is said of
    /// all, and called again, the later word before the earlier one.
    /// </summary>
    /// <param name="tags">For everything.</param>
    /// <param name="trials">For trials.</param>
    /// <param name="steps">For the steps of a supernet, which stays on the machine that runs the recipe, and for those that help.</param>
    /// <param name="finals">For the training of winners.</param>
    /// <param name="latency">
    /// For measurements of latency. Machines that a search needs for them alone do nothing else for it; else a latency is measured where
    /// the network was trained.
    /// </param>
    /// <exception cref="InputException">Nothing is given, or something that is no tag.</exception>
    /// <example><code>.On("gpu", latency: "edge")</code></example>
    public RecipeSearch On(
        string? tags = null, string? trials = null, string? steps = null, string? finals = null, string? latency = null)
    {
        if ((tags ?? trials ?? steps ?? finals ?? latency) is null)
        {
            throw new InputException(
                $"Search '{_name}' does not say on what machines; give their tags: .On(\"gpu\") or .On(finals: \"gpu\").")
                {
                    Word = ".On(",
                };
        }

        return Set(ref _places, new WorkPlaces
        {
            Trials = Tags(trials ?? tags) ?? _places.Trials,
            Steps = Tags(steps ?? tags) ?? _places.Steps,
            Finals = Tags(finals ?? tags) ?? _places.Finals,
            Latency = Tags(latency ?? tags) ?? _places.Latency,
        });
    }

    private static MachineTags? Tags(string? text)
    {
        try
        {
            return text is null ? null : MachineTags.Parse(text);
        }
        catch (InputException problem)
        {
            throw new InputException(problem.Message) { Word = ".On(" };
        }
    }
}
