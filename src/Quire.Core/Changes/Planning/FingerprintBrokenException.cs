namespace Quire.Core.Changes.Planning;

/// <summary>Undoes a transaction because something that its validation read has moved. The door validates again.</summary>
internal sealed class FingerprintBrokenException : Exception;
