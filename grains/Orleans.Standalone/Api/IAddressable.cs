namespace Orleans.Runtime;

/// <summary>Anything a call can be sent to: a grain, a reference to one, or an observer.</summary>
public interface IAddressable;
