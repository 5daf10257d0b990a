//! stub
use crate::shell::Result;
pub fn bench(_args: &[String]) -> Result {
    Ok(())
}
