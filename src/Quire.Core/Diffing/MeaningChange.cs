namespace Quire.Core.Diffing;

/// <summary>One thing that a change means.</summary>
/// <param name="Kind"><c>key</c>, <c>variable</c>, <c>merge-point</c> or <c>model</c>.</param>
/// <param name="Name">The key, variable, merge point or setting.</param>
/// <param name="Change"><c>added</c>, <c>removed</c>, <c>changed</c>; for variables also <c>required</c>, <c>optional</c>; for merge points <c>opened</c>, <c>closed</c>, <c>locked</c>, <c>unlocked</c>.</param>
/// <param name="Old">The value before as JSON or word; null where there was none.</param>
/// <param name="New">The value after as JSON or word; null where there is none.</param>
public sealed record MeaningChange(string Kind, string Name, string Change, string? Old = null, string? New = null);
