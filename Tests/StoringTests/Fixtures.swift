import Model
import Storing
