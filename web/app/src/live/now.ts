import { useEffect, useState } from 'react';
import { serverNow, steadyNow } from './store';

/** The server's time, told once a second. */
export function useServerNow(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The steady clock, told once a second; ages are measured on it. */
export function useSteadyNow(): number {
  const [now, setNow] = useState(steadyNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(steadyNow()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
