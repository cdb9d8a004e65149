namespace Quire.Templating.Execution;

/// <summary>
/// Thrown when a template changes a collection of its input. Input may be shared, so the render starts over with a copy of its own,
/// in which the change is allowed.
/// </summary>
internal sealed class InputMutationException : Exception;
